namespace Bedrock.Toolkit.Models;

/// <summary>Refuses requests that the service would surely refuse. Ranges that the service owns are left to it. Stateless and thread-safe.</summary>
/// <remarks>How the turns are written is not checked: recorded answers show that the service took a prompt without the line breaks that AWS's page
/// demands.</remarks>
internal static class ClaudeTextRequestCheck
{
    public static void Check(ClaudeTextRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        FamilyChecks.Refuse(FaultOf(request));
    }

    private static string? FaultOf(ClaudeTextRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Prompt))
        {
            return "Prompt must not be blank.";
        }

        if (request.MaxTokensToSample < 0)
        {
            return "MaxTokensToSample is negative; it must be 0 or more.";
        }

        return FamilyChecks.FaultOfNumbers(("Temperature", request.Temperature), ("TopP", request.TopP))
            ?? (request.StopSequences?.Contains(null!) == true ? "StopSequences must not hold null." : null);
    }
}
