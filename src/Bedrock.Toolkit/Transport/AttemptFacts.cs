namespace Bedrock.Toolkit.Transport;

/// <summary>What tells one attempt of a call from another.</summary>
/// <param name="InvocationId">The same for all attempts of the call.</param>
/// <param name="Number">How many requests the call has made with this one.</param>
/// <param name="Load">How many of them were asked of a service that was well, so far as anybody knew: what <c>MaxAttempts</c> counts.</param>
/// <param name="HasRenewed">Whether another identity was tried.</param>
/// <param name="HasCorrected">Whether another time was tried.</param>
/// <param name="IsFresh">Whether a dead connection was met: this request and those after it go over new ones.</param>
internal readonly record struct AttemptFacts(string InvocationId, int Number, int Load, bool HasRenewed, bool HasCorrected, bool IsFresh);
