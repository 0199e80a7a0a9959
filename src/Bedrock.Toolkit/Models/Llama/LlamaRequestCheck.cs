namespace Bedrock.Toolkit.Models;

/// <summary>What the service would surely refuse, or what would not even be JSON; ranges that the service may change are left to it.</summary>
internal static class LlamaRequestCheck
{
    public static void Check(LlamaRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        FamilyChecks.RequirePrompt(request.Prompt);
        FamilyChecks.RequirePositive(request.MaxGenLen, nameof(request.MaxGenLen));
        FamilyChecks.RequireFinite(request.Temperature, nameof(request.Temperature));
        FamilyChecks.RequireFinite(request.TopP, nameof(request.TopP));
        FamilyChecks.RequireTexts(request.Images, nameof(request.Images));
    }

    /// <summary>The check for the models that read text only.</summary>
    public static void CheckTextOnly(LlamaRequest request)
    {
        Check(request);
        if (request.Images is { Count: > 0 })
        {
            throw new ArgumentException("Images is set, but this model reads text only: Llama 3.2 11B and 90B, and Llama 4, take images.", nameof(request));
        }
    }
}
