namespace Bedrock.Toolkit.Models;

/// <summary>How the chat format of Mistral Large and Pixtral differs from Chat Completions in a request: what it does not take, and the order of the
/// members. Stateless and thread-safe.</summary>
internal static class MistralChatDialect
{
    private const string Subject = "Mistral Large and Pixtral";

    /// <summary>How a request is written: the tools stand right behind the messages.</summary>
    public static JsonTypeInfo<ChatCompletionRequest> RequestTypeInfo { get; } = CreateRequestTypeInfo();

    /// <summary>The rule of the models that read images.</summary>
    public static string? FaultOf(ChatCompletionRequest request) => FaultOf(request, readsImages: true);

    /// <summary>The rule of the models that read text only.</summary>
    public static string? FaultOfTextOnly(ChatCompletionRequest request) => FaultOf(request, readsImages: false);

    private static JsonTypeInfo<ChatCompletionRequest> CreateRequestTypeInfo()
    {
        var options = new JsonSerializerOptions(ChatCompletionJsonContext.Default.Options)
        {
            TypeInfoResolver = ChatCompletionJsonContext.Default.WithAddedModifier(Order),
        };
        options.MakeReadOnly();
        return (JsonTypeInfo<ChatCompletionRequest>)options.GetTypeInfo(typeof(ChatCompletionRequest));
    }

    private static void Order(JsonTypeInfo info)
    {
        if (info.Type == typeof(ChatCompletionRequest))
        {
            foreach (JsonPropertyInfo member in info.Properties)
            {
                member.Order = member.Name switch { "messages" => -2, "tools" or "tool_choice" => -1, _ => 0 };
            }
        }
    }

    private static string? FaultOf(ChatCompletionRequest request, bool readsImages)
    {
        if (ForeignMember(request) is { } member)
        {
            return $"{member} is not taken by {Subject}.";
        }

        if (request.ToolChoice is ChatCompletionToolChoiceFunction or ChatCompletionToolChoiceMode { Value: "required" })
        {
            return $"ToolChoice must be auto, any or none at {Subject}: they take no other.";
        }

        for (int i = 0; i < request.Messages.Count; i++)
        {
            if (FaultOf(request.Messages[i], readsImages) is { } fault)
            {
                return $"Messages[{i}]{fault}";
            }
        }

        return null;
    }

    private static string? ForeignMember(ChatCompletionRequest request) =>
        request.Model is not null ? nameof(request.Model)
        : request.Stream is not null ? nameof(request.Stream)
        : request.StreamOptions is not null ? nameof(request.StreamOptions)
        : request.MaxCompletionTokens is not null ? nameof(request.MaxCompletionTokens)
        : request.MinTokens is not null ? nameof(request.MinTokens)
        : request.Stop is not null ? nameof(request.Stop)
        : request.N is not null ? nameof(request.N)
        : request.PresencePenalty is not null ? nameof(request.PresencePenalty)
        : request.FrequencyPenalty is not null ? nameof(request.FrequencyPenalty)
        : request.LogitBias is not null ? nameof(request.LogitBias)
        : request.Logprobs is not null ? nameof(request.Logprobs)
        : request.TopLogprobs is not null ? nameof(request.TopLogprobs)
        : request.Seed is not null ? nameof(request.Seed)
        : request.User is not null ? nameof(request.User)
        : request.SafetyIdentifier is not null ? nameof(request.SafetyIdentifier)
        : request.PromptCacheKey is not null ? nameof(request.PromptCacheKey)
        : request.ReasoningEffort is not null ? nameof(request.ReasoningEffort)
        : request.Reasoning is not null ? nameof(request.Reasoning)
        : request.ReasoningConfig is not null ? nameof(request.ReasoningConfig)
        : request.Verbosity is not null ? nameof(request.Verbosity)
        : request.ParallelToolCalls is not null ? nameof(request.ParallelToolCalls)
        : request.ResponseFormat is not null ? nameof(request.ResponseFormat)
        : request.StructuredOutputs is not null ? nameof(request.StructuredOutputs)
        : request.ServiceTier is not null ? nameof(request.ServiceTier)
        : null;

    private static string? FaultOf(ChatCompletionMessage message, bool readsImages)
    {
        if (ChatCompletionMessageCheck.ForeignMember(message) is { } member)
        {
            return $".{member} is not taken by {Subject}.";
        }

        bool mayBeEmpty = message.ToolCalls is { Count: > 0 } || message.Role == ChatCompletionRole.Tool;
        if (!mayBeEmpty && message.Content is null or { Count: 0 } or { StringForm: "" })
        {
            return ".Content is empty; only a message that calls tools may have none.";
        }

        return message.Content is { StringForm: null } content ? FaultOf(content, readsImages) : null;
    }

    private static string? FaultOf(ChatCompletionContent content, bool readsImages)
    {
        for (int i = 0; i < content.Count; i++)
        {
            switch (content[i])
            {
                case ChatCompletionImagePart when !readsImages:
                    return $".Content[{i}] is an image, but this model reads text only: Pixtral takes images.";
                case ChatCompletionImagePart or ChatCompletionTextPart or ChatCompletionUnknownPart:
                    break;
                case { } part:
                    return $".Content[{i}] is of the type '{part.Type}', which {Subject} do not take.";
            }
        }

        return null;
    }
}
