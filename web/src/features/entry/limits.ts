/** The API's own limits, so that a form says at once what the API would refuse. */
export const EMAIL_LIMITS = { minLength: 3, maxLength: 254 };
export const PASSWORD_LEAST = 10;
export const PASSWORD_MOST = 128;
export const NAME_MOST = 100;
