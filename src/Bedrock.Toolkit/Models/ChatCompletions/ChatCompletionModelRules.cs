namespace Bedrock.Toolkit.Models;

/// <summary>What single models cannot take, as far as it is documented: members that they would refuse, or ignore without a word. Stateless and
/// thread-safe.</summary>
internal static class ChatCompletionModelRules
{
    /// <summary>The models that follow the common schema.</summary>
    public static string? Common(ChatCompletionRequest request) => FaultOfForeign(request);

    /// <summary>gpt-oss: the effort as a flat member, from low to high.</summary>
    public static string? GptOss(ChatCompletionRequest request)
    {
        if (request.Reasoning is not null || request.ReasoningConfig is not null)
        {
            return $"{NameOfReasoning(request)} is ignored by gpt-oss: set ReasoningEffort.";
        }

        return request.ReasoningEffort is { Value: "none" or "minimal" } effort
            ? $"ReasoningEffort must be low, medium or high at gpt-oss; it is {effort}."
            : FaultOfForeign(request);
    }

    /// <summary>GPT-5 and later: the effort in the nested form.</summary>
    public static string? Gpt(ChatCompletionRequest request) => FaultOfNested(request, "GPT-5 and later models take") ?? FaultOfForeign(request);

    /// <summary>Kimi K3: the effort in the nested form, no reasoning of earlier turns, no detail of images.</summary>
    public static string? KimiK3(ChatCompletionRequest request)
    {
        if (FaultOfNested(request, "Kimi K3 takes") is { } fault)
        {
            return fault;
        }

        if (request.ServiceTier is not null)
        {
            return "ServiceTier must be null: Kimi K3 has no service tiers on InvokeModel.";
        }

        for (int i = 0; i < request.Messages.Count; i++)
        {
            ChatCompletionMessage message = request.Messages[i];
            if (message.ReasoningContent is not null || message.Reasoning is not null)
            {
                return $"Messages[{i}] must not hold {(message.ReasoningContent is null ? "Reasoning" : "ReasoningContent")}: Kimi K3 fails on the reasoning of earlier turns.";
            }

            if (message.Content is { StringForm: null } content && FindDetail(content) is { } part)
            {
                return $"Messages[{i}].Content[{part}].ImageUrl.Detail must be null: Kimi K3 takes it only outside of InvokeModel.";
            }
        }

        return FaultOfForeign(request);
    }

    /// <summary>Palmyra: the limit by its older name, because the default of 16 would cut the answer if the newer one were ignored.</summary>
    public static string? Palmyra(ChatCompletionRequest request) =>
        request.MaxCompletionTokens is not null ? "MaxCompletionTokens is not a member of Palmyra's schema: set MaxTokens."
        : request.StructuredOutputs is not null ? StructuredOutputsFault
        : null;

    private const string StructuredOutputsFault = "StructuredOutputs is taken by imported models only: set ResponseFormat.";

    private static string? FaultOfForeign(ChatCompletionRequest request) =>
        request.MinTokens is not null ? "MinTokens is taken by Palmyra only."
        : request.StructuredOutputs is not null ? StructuredOutputsFault
        : null;

    private static string? FaultOfNested(ChatCompletionRequest request, string subject)
    {
        if (request.ReasoningEffort is not null || request.ReasoningConfig is not null)
        {
            return $"{NameOfReasoning(request)} must be null: {subject} Reasoning.Effort, and would ignore it.";
        }

        return request.Reasoning is { Effort: { Value: "minimal" } } ? "Reasoning.Effort must not be minimal: the model refuses it." : null;
    }

    private static string NameOfReasoning(ChatCompletionRequest request) =>
        request.Reasoning is not null ? nameof(request.Reasoning)
        : request.ReasoningEffort is not null ? nameof(request.ReasoningEffort)
        : nameof(request.ReasoningConfig);

    private static int? FindDetail(ChatCompletionContent content)
    {
        for (int i = 0; i < content.Count; i++)
        {
            if (content[i] is ChatCompletionImagePart { ImageUrl.Detail: not null })
            {
                return i;
            }
        }

        return null;
    }
}
