import type {LakeDocument} from '../../studio/local/lake/start-lake.ts'

/** The nth student of the school that is measured; their Clerk id is `user_<n>`. */
export function benchStudent(nth: number): LakeDocument {
  return {
    _id: `student${nth}`,
    _type: 'user',
    _createdAt: '2025-08-01T00:00:00Z',
    clerkId: `user_${nth}`,
    email: `student${nth}@example.com`,
    name: `Student ${nth}`,
    role: 'student',
    isActive: true,
    tenant: {_type: 'reference', _ref: 'tenantT'},
  }
}
