namespace Bedrock.Toolkit.Errors;

/// <summary>What every exception tells of the call that failed, and what none may tell.</summary>
internal readonly record struct CallFacts(
    string Operation, string? ModelId, string? RequestId, int Attempts, int? EventsDelivered, string? Region, CallSecrets Secrets = default);
