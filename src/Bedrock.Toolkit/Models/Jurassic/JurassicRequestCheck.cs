namespace Bedrock.Toolkit.Models;

/// <summary>Refuses requests that the service would surely refuse. Ranges that the service owns are left to it. Stateless and thread-safe.</summary>
internal static class JurassicRequestCheck
{
    public static void Check(JurassicRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        FamilyChecks.Refuse(FaultOf(request));
    }

    private static string? FaultOf(JurassicRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Prompt))
        {
            return "Prompt must not be blank.";
        }

        if (request.MaxTokens < 0)
        {
            return "MaxTokens is negative; it must be 0 or more.";
        }

        return FamilyChecks.FaultOfNumbers(
            ("Temperature", request.Temperature),
            ("TopP", request.TopP),
            ("CountPenalty.Scale", request.CountPenalty?.Scale),
            ("PresencePenalty.Scale", request.PresencePenalty?.Scale),
            ("FrequencyPenalty.Scale", request.FrequencyPenalty?.Scale))
            ?? (request.StopSequences?.Contains(null!) == true ? "StopSequences must not hold null." : null);
    }
}
