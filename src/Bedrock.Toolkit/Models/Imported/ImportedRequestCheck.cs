namespace Bedrock.Toolkit.Models;

/// <summary>What the service would surely refuse, or what would not even be JSON; ranges that the service may change are left to it.</summary>
internal static class ImportedRequestCheck
{
    public static void BedrockCompletion(ImportedBedrockCompletionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        FamilyChecks.RequirePrompt(request.Prompt);
        FamilyChecks.RequirePositive(request.MaxGenLen, nameof(request.MaxGenLen));
        FamilyChecks.RequireFinite(request.Temperature, nameof(request.Temperature));
        FamilyChecks.RequireFinite(request.TopP, nameof(request.TopP));
        RefuseMarks(request.AdditionalProperties, "max_tokens", "messages");
    }

    public static void OpenAICompletion(ImportedOpenAICompletionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        FamilyChecks.RequirePrompt(request.Prompt);
        FamilyChecks.RequirePositive(request.MaxTokens, nameof(request.MaxTokens));
        FamilyChecks.RequireFinite(request.Temperature, nameof(request.Temperature));
        FamilyChecks.RequireFinite(request.TopP, nameof(request.TopP));
        RefuseMarks(request.AdditionalProperties, "max_gen_len", "messages");
        if (request.StructuredOutputs is { } form)
        {
            int set = (form.Json is null ? 0 : 1) + (form.Regex is null ? 0 : 1) + (form.Choice is null ? 0 : 1) + (form.Grammar is null ? 0 : 1);
            if (set > 1)
            {
                throw new ArgumentException("StructuredOutputs has several of Json, Regex, Choice and Grammar set: they exclude each other.", nameof(request));
            }

            FamilyChecks.RequireTexts(form.Choice, "StructuredOutputs.Choice");
        }
    }

    // The service tells the styles apart by their members: those of another one would make it read the body in that.
    private static void RefuseMarks(IDictionary<string, JsonElement>? members, params ReadOnlySpan<string> marks)
    {
        foreach (string mark in marks)
        {
            if (members?.ContainsKey(mark) == true)
            {
                throw new ArgumentException($"AdditionalProperties must not hold '{mark}', the mark of another body style.", "request");
            }
        }
    }
}
