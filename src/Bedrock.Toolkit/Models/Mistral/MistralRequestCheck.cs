namespace Bedrock.Toolkit.Models;

/// <summary>What the service would surely refuse, or what would not even be JSON; ranges that the service may change are left to it.</summary>
internal static class MistralRequestCheck
{
    private const int MaxStops = 10;

    public static void Check(MistralRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        FamilyChecks.RequirePrompt(request.Prompt);
        FamilyChecks.RequirePositive(request.MaxTokens, nameof(request.MaxTokens));
        FamilyChecks.RequirePositive(request.TopK, nameof(request.TopK));
        FamilyChecks.RequireFinite(request.Temperature, nameof(request.Temperature));
        FamilyChecks.RequireFinite(request.TopP, nameof(request.TopP));
        FamilyChecks.RequireTexts(request.Stop, nameof(request.Stop), MaxStops);
    }
}
