using System.Text.RegularExpressions;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Doors;

/// <summary>Which model answers at which door, as the service has it: a table of its own, so that the library's is tried against it. Stateless and
/// thread-safe.</summary>
/// <remarks>Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/models-endpoint-availability.html and answers that AWS has published.</remarks>
internal static partial class DoorRules
{
    public const string Chat = "chat/completions";
    public const string Responses = "responses";
    public const string Messages = "messages";

    private const string InvalidId = "The provided model identifier is invalid.";

    /// <summary>Refuses an id, a path or a shape that the host does not have for the model.</summary>
    /// <param name="isMantle">Whether the host is bedrock-mantle.</param>
    /// <param name="prefix">What stands in front of the shape, such as <c>/openai/v1</c>.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="id">The model.</param>
    /// <param name="allowsAnyModel">Whether ids pass that nobody knows.</param>
    /// <exception cref="ServiceFailure">The service refuses it.</exception>
    public static void Check(bool isMantle, string prefix, string shape, string id, bool allowsAnyModel)
    {
        if (!ModelId.TryParse(id, null, out ModelId model) || model.BaseModel is not { } name)
        {
            throw ServiceFailure.Validation(InvalidId);
        }

        if (isMantle)
        {
            if (RefusalOnMantle(prefix, shape, model, name) is { } refusal)
            {
                throw refusal;
            }

            return;
        }

        if (!allowsAnyModel && !OnRuntime().IsMatch(name))
        {
            SimulatedCatalogue.Check(id, needsProfile: true);
        }

        if (OnlyMantle().IsMatch(name) || (name.StartsWith("openai.gpt-oss", StringComparison.Ordinal) && !IsRuntimeOss(name)))
        {
            throw ServiceFailure.Validation(InvalidId);
        }

        if (NeedsProfile().IsMatch(name) && model.Geography is null)
        {
            throw ServiceFailure.Validation($"Invocation of model ID {id} with on-demand throughput isn\u2019t supported. "
                + "Retry your request with the ID or ARN of an inference profile that contains this model.");
        }

        bool answers = shape switch
        {
            Messages => RuntimeMessages().IsMatch(name),
            Responses => RuntimeResponses().IsMatch(name),
            _ => RuntimeChat().IsMatch(name) && !name.StartsWith("openai.gpt-6", StringComparison.Ordinal),
        };
        if (!answers)
        {
            throw new ServiceFailure(shape == Responses ? 404 : 400, shape == Responses ? "ResourceNotFoundException" : "ValidationException",
                $"The model '{id}' does not support the '{prefix}/{shape}' API.");
        }
    }

    /// <summary>Whether mantle answers a model at a path.</summary>
    public static bool IsOnMantle(string prefix, string shape, string id)
    {
        ModelId model = id;
        return RefusalOnMantle(prefix, shape, model, model.BaseModel ?? id) is null;
    }

    /// <summary>Refuses settings that the model or the host does not take.</summary>
    public static void CheckSettings(bool isMantle, string shape, string id, System.Text.Json.JsonElement body)
    {
        if (shape == Responses && BodyChecks.Integer(body, "max_output_tokens", 1) is { } most and < 16)
        {
            throw ServiceFailure.Validation($"Invalid 'max_output_tokens': expected a value >= 16, but got {most} instead.");
        }

        if (!isMantle && BodyChecks.Boolean(body, "background") == true)
        {
            throw ServiceFailure.Validation("background is not supported on this endpoint.");
        }

        bool isGpt56 = id.Contains("openai.gpt-5.6", StringComparison.Ordinal);
        if (isGpt56 && shape == Chat && body.TryGetProperty("max_tokens", out _))
        {
            throw ServiceFailure.Validation(
                "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.");
        }

        if (isGpt56 && body.TryGetProperty("top_p", out _))
        {
            throw ServiceFailure.Validation("Unsupported parameter: 'top_p' is not supported with this model.");
        }

        if (isMantle && body.TryGetProperty("service_tier", out System.Text.Json.JsonElement tier) && tier.ValueEquals("reserved"))
        {
            throw ServiceFailure.Validation("Invalid value: 'reserved'. Supported values are: 'auto', 'default', 'flex' and 'priority'.");
        }
    }

    private static ServiceFailure? RefusalOnMantle(string prefix, string shape, ModelId model, string name)
    {
        if (model.Geography is not null || name.Contains(':', StringComparison.Ordinal) || name.StartsWith("moonshot.", StringComparison.Ordinal)
            || !Providers().IsMatch(name))
        {
            return ServiceFailure.Validation(InvalidId);
        }

        string due = name.StartsWith("anthropic.", StringComparison.Ordinal) ? "/anthropic/v1" : OpenAIPrefix().IsMatch(name) ? "/openai/v1" : "/v1";
        if (prefix != due)
        {
            return ServiceFailure.Validation($"Model '{model.Value}' isn't supported on this route.");
        }

        bool answers = shape switch
        {
            Messages => due == "/anthropic/v1",
            Responses => due == "/openai/v1"
                || (name.StartsWith("openai.gpt-oss", StringComparison.Ordinal) && !name.Contains("safeguard", StringComparison.Ordinal)),
            _ => due != "/anthropic/v1" && !name.StartsWith("openai.gpt-6", StringComparison.Ordinal),
        };
        return answers ? null
            : new ServiceFailure(404, "ResourceNotFoundException", $"The model '{model.Value}' doesn't exist or doesn't support this API.");
    }

    private static bool IsRuntimeOss(string name) => name.EndsWith("-1:0", StringComparison.Ordinal) || name.Contains("safeguard", StringComparison.Ordinal);

    [GeneratedRegex(@"\A(openai\.gpt-(?!oss-)|google\.gemma-4|xai\.)")]
    private static partial Regex OpenAIPrefix();

    [GeneratedRegex(@"\A(openai\.gpt-(5\.[6-9]|[6-9])|xai\.grok-4\.[67])")]
    private static partial Regex OnRuntime();

    [GeneratedRegex(@"\A(openai\.gpt-5\.[45]|xai\.grok-4\.3|google\.gemma-4|deepseek\.v3\.1|zai\.glm-4\.6|anthropic\.claude-mythos)")]
    private static partial Regex OnlyMantle();

    [GeneratedRegex(@"\A(openai\.gpt-6|xai\.grok-4\.7|anthropic\.claude-(opus|sonnet|haiku|fable)-5)")]
    private static partial Regex NeedsProfile();

    [GeneratedRegex(@"\Aanthropic\.claude-(opus|sonnet|haiku|fable)-[5-9]")]
    private static partial Regex RuntimeMessages();

    [GeneratedRegex(@"\A(openai\.gpt-(?!oss-)|xai\.)")]
    private static partial Regex RuntimeResponses();

    [GeneratedRegex(@"\A(openai|xai|google|deepseek\.v3|qwen|minimax|moonshot|moonshotai|nvidia|zai|writer|"
        + @"mistral\.(mistral-large-3|ministral|magistral|devstral|voxtral))")]
    private static partial Regex RuntimeChat();

    [GeneratedRegex(@"\A(openai|xai|google|deepseek|qwen|minimax|moonshotai|nvidia|zai|mistral|writer|anthropic)\.")]
    private static partial Regex Providers();
}
