namespace Bedrock.Toolkit.Models;

/// <summary>Refuses requests that the service would surely refuse. Ranges that the service owns are left to it. Stateless and thread-safe.</summary>
internal static class CommandRequestCheck
{
    private const int MaxStopSequences = 4;

    public static void Check(CommandRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        FamilyChecks.Refuse(FaultOf(request));
    }

    private static string? FaultOf(CommandRequest request)
    {
        switch (request)
        {
            case { Prompt: var prompt } when string.IsNullOrWhiteSpace(prompt):
                return "Prompt must not be blank.";
            case { MaxTokens: < 1 }:
                return "MaxTokens must be at least 1.";
            case { ReturnLikelihoods: { Value: null } }:
                return "ReturnLikelihoods has no value: use one of the named values or create it from a string.";
            case { Truncate: { Value: null } }:
                return "Truncate has no value: use one of the named values or create it from a string.";
            case { StopSequences.Count: > MaxStopSequences }:
                return $"StopSequences holds {request.StopSequences.Count} texts; it may hold {MaxStopSequences}.";
        }

        return FamilyChecks.FaultOfNumbers(("Temperature", request.Temperature), ("P", request.P), ("K", request.K))
            ?? (request.StopSequences?.Contains(null!) == true ? "StopSequences must not hold null." : null);
    }
}
