namespace Bedrock.Toolkit.Transport;

/// <summary>What tells one attempt of a call from another.</summary>
/// <param name="InvocationId">The same for all attempts of the call.</param>
/// <param name="Number">From 1.</param>
/// <param name="Start">When the call began, as <see cref="TimeProvider.GetTimestamp"/> gave it.</param>
/// <param name="MayRenewCredentials">Whether credentials that the service refuses as expired are worth another attempt: once a call.</param>
internal readonly record struct AttemptFacts(string InvocationId, int Number, long Start, bool MayRenewCredentials);
