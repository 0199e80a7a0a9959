namespace Bedrock.Toolkit.Models;

/// <summary>Refuses requests that the service would surely refuse. Ranges that the service owns (temperature and the like) are left to it. Stateless
/// and thread-safe.</summary>
internal static class ChatCompletionRequestCheck
{
    /// <summary>The check for a model.</summary>
    /// <param name="rules">What it takes.</param>
    /// <param name="dialect">How its body differs from the common one: the fault of a request, or null.</param>
    public static Action<ChatCompletionRequest> For(ModelRules rules, Func<ChatCompletionRequest, string?>? dialect) => request =>
    {
        Check(request);
        FamilyChecks.Refuse(dialect?.Invoke(request) ?? ChatCompletionRuleCheck.FaultOf(request, rules));
    };

    private static void Check(ChatCompletionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        FamilyChecks.Refuse(FaultOf(request));
    }

    private static string? FaultOf(ChatCompletionRequest request) =>
        FaultOfLimits(request)
        ?? FaultOfNumbers(request)
        ?? FaultOfValues(request)
        ?? FaultOfTools(request)
        ?? FaultOfForm(request)
        ?? ChatCompletionMessageCheck.FaultOf(request.Messages);

    private static string? FaultOfLimits(ChatCompletionRequest request)
    {
        if (request is { MaxTokens: not null, MaxCompletionTokens: not null })
        {
            return "MaxTokens and MaxCompletionTokens exclude each other: they are two names of one limit.";
        }

        if ((request.MaxTokens ?? request.MaxCompletionTokens) is { } most and < 1)
        {
            return $"{(request.MaxTokens is null ? "MaxCompletionTokens" : "MaxTokens")} must be at least 1; it is {most}.";
        }

        if (request.MinTokens is { } fewest)
        {
            if (fewest < 0)
            {
                return $"MinTokens must be at least 0; it is {fewest}.";
            }

            if (fewest > (request.MaxTokens ?? request.MaxCompletionTokens))
            {
                return $"MinTokens must not be above MaxTokens; it is {fewest} of {request.MaxTokens ?? request.MaxCompletionTokens}.";
            }
        }

        if (request.N is { } answers and < 1)
        {
            return $"N must be at least 1; it is {answers}.";
        }

        return request.TopLogprobs is not null && request.Logprobs != true ? "TopLogprobs needs Logprobs to be true." : null;
    }

    private static string? FaultOfNumbers(ChatCompletionRequest request)
    {
        string? fault = FamilyChecks.FaultOfNumbers(
            ("Temperature", request.Temperature),
            ("TopP", request.TopP),
            ("PresencePenalty", request.PresencePenalty),
            ("FrequencyPenalty", request.FrequencyPenalty));
        if (fault is not null)
        {
            return fault;
        }

        foreach ((string token, double bias) in request.LogitBias ?? EmptyBias)
        {
            if (!double.IsFinite(bias))
            {
                return $"LogitBias[{token}] must be a finite number.";
            }
        }

        return null;
    }

    private static Dictionary<string, double> EmptyBias { get; } = [];

    private static string? FaultOfValues(ChatCompletionRequest request)
    {
        if (request.Stop is { } stop)
        {
            for (int i = 0; i < stop.Count; i++)
            {
                if (stop[i].Length == 0)
                {
                    return $"Stop[{i}] must not be empty.";
                }
            }
        }

        string? empty =
            request.ReasoningEffort is { Value: null } ? nameof(request.ReasoningEffort)
            : request.Reasoning is { Effort: { Value: null } } ? "Reasoning.Effort"
            : request.ReasoningConfig is { Value: null } ? nameof(request.ReasoningConfig)
            : request.Verbosity is { Value: null } ? nameof(request.Verbosity)
            : request.ServiceTier is { Value: null } ? nameof(request.ServiceTier)
            : null;
        if (empty is not null)
        {
            return $"{empty} has no value: use one of the named values or create it from a string.";
        }

        int forms = (request.ReasoningEffort is null ? 0 : 1) + (request.Reasoning is null ? 0 : 1) + (request.ReasoningConfig is null ? 0 : 1);
        return forms > 1 ? "ReasoningEffort, Reasoning and ReasoningConfig exclude each other: set the one that the model takes." : null;
    }

    private static string? FaultOfTools(ChatCompletionRequest request)
    {
        int tools = request.Tools?.Count ?? 0;
        for (int i = 0; i < tools; i++)
        {
            switch (request.Tools![i])
            {
                case null:
                    return $"Tools[{i}] must not be null.";
                case { Type: not "function" } tool:
                    if (string.IsNullOrWhiteSpace(tool.Type))
                    {
                        return $"Tools[{i}].Type must not be blank.";
                    }

                    break;
                case { Function: null }:
                    return $"Tools[{i}].Function must not be null for a tool of type 'function'.";
                case { Function: var function } when string.IsNullOrWhiteSpace(function.Name):
                    return $"Tools[{i}].Function.Name must not be blank.";
                case { Function.Parameters: { ValueKind: not JsonValueKind.Object } }:
                    return $"Tools[{i}].Function.Parameters must be a JSON object.";
                case { Function.Parameters: { } parameters } when !Converse.ConverseToolCheck.IsOfObject(parameters):
                    return $"Tools[{i}].Function.Parameters must be of type object.";
            }
        }

        return request.ToolChoice switch
        {
            ChatCompletionToolChoiceMode { Value: "none" } or null => null,
            _ when tools == 0 => "ToolChoice needs Tools: there is nothing to choose from.",
            ChatCompletionToolChoiceMode mode when string.IsNullOrWhiteSpace(mode.Value) => "ToolChoice must not be blank.",
            ChatCompletionToolChoiceFunction { Function: var function } when string.IsNullOrWhiteSpace(
                function?.Name) => "ToolChoice.Function.Name must not be blank.",
            ChatCompletionToolChoiceFunction { Type: "function", Function: { } function } when !HasTool(request.Tools!, function.Name) =>
                "ToolChoice.Function.Name must be the name of one of the Tools.",
            _ => null,
        };
    }

    private static bool HasTool(IList<ChatCompletionTool> tools, string name)
    {
        for (int i = 0; i < tools.Count; i++)
        {
            if (tools[i].Function?.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private static string? FaultOfForm(ChatCompletionRequest request) => request.ResponseFormat switch
    {
        null => null,
        { Type: var type } when string.IsNullOrWhiteSpace(type) => "ResponseFormat.Type must not be blank.",
        { Type: "json_schema", JsonSchema: null } => "ResponseFormat.JsonSchema must not be null for the type 'json_schema'.",
        { Type: "json_schema", JsonSchema: { Name: var name } } when string.IsNullOrWhiteSpace(name) => "ResponseFormat.JsonSchema.Name must not be blank.",
        { Type: "json_schema", JsonSchema.Schema: not { ValueKind: JsonValueKind.Object } } => "ResponseFormat.JsonSchema.Schema must be a JSON object.",
        _ when request.StructuredOutputs is not null => "ResponseFormat and StructuredOutputs exclude each other.",
        _ => null,
    };
}
