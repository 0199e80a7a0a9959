using System.Text.Json;

namespace Bedrock.Toolkit.Converse;

/// <summary>What is known of models and structured output. Stateless and thread-safe.</summary>
/// <remarks>
/// A model that is not in the table gets a tool. Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html and the model
/// cards; that the newer Claude models refuse the native format was seen by other clients.
/// </remarks>
internal static class StructuredOutputSupport
{
    private const string ClaudePrefix = "anthropic.claude-";

    // The only Claude models that take the native format.
    private static readonly string[] NativeClaude =
    [
        "anthropic.claude-sonnet-4-5", "anthropic.claude-haiku-4-5", "anthropic.claude-opus-4-5", "anthropic.claude-sonnet-4-6", "anthropic.claude-opus-4-6",
    ];

    private static readonly string[] Native =
    [
        "openai.", "qwen.", "deepseek.v3", "google.gemma", "minimax.", "moonshot.", "moonshotai.", "nvidia.", "zai.",
        "mistral.mistral-large-3", "mistral.ministral", "mistral.magistral", "mistral.devstral", "mistral.voxtral",
    ];

    // Tools, but no choice that forces one.
    private static readonly string[] CannotForce = ["meta.", "cohere.", "ai21.", "writer."];

    // These think unless they are told not to.
    private static readonly string[] ThinksByDefault =
    [
        "anthropic.claude-sonnet-5", "anthropic.claude-opus-5", "anthropic.claude-fable", "anthropic.claude-mythos",
    ];

    /// <summary>The way for a model and a request; the given one when it is not <see cref="StructuredOutputMode.Auto"/>.</summary>
    public static StructuredOutputMode Choose(StructuredOutputMode wanted, ModelId model, ConverseRequest request)
    {
        if (wanted != StructuredOutputMode.Auto)
        {
            return wanted;
        }

        string id = model.BaseModel ?? string.Empty;
        if ((Begins(id, NativeClaude) && !Cites(request)) || Begins(id, Native))
        {
            return StructuredOutputMode.NativeFormat;
        }

        return Begins(id, CannotForce) || Thinks(id, request) ? StructuredOutputMode.OfferedTool : StructuredOutputMode.ForcedTool;
    }

    private static bool Begins(string id, string[] prefixes) => Array.Exists(prefixes, prefix => id.StartsWith(prefix, StringComparison.Ordinal));

    // Claude has citations or a format, not both.
    private static bool Cites(ConverseRequest request) => request.Messages.Any(message => message.Content.Any(block =>
        block is DocumentContent { Document.Citations.Enabled: true } or SearchResultContent { SearchResult.Citations.Enabled: true }));

    private static bool Thinks(string id, ConverseRequest request)
    {
        if (request.AdditionalModelRequestFields is { ValueKind: JsonValueKind.Object } fields)
        {
            foreach (string name in (ReadOnlySpan<string>)["thinking", "reasoning_config", "reasoningConfig"])
            {
                if (fields.TryGetProperty(name, out JsonElement thinking))
                {
                    return !(thinking.ValueKind == JsonValueKind.Object
                        && thinking.TryGetProperty("type", out JsonElement type)
                        && type.ValueKind == JsonValueKind.String
                        && type.ValueEquals("disabled"));
                }
            }
        }

        return id.StartsWith(ClaudePrefix, StringComparison.Ordinal) && Begins(id, ThinksByDefault);
    }
}
