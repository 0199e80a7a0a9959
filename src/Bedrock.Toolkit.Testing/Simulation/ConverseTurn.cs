using System.Text.Json;
using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>What the last turn of a Converse request says, after the checks that the service makes on every model.</summary>
internal sealed class ConverseTurn
{
    private ConverseTurn(ConverseRequest request) => Request = request;

    public ConverseRequest Request { get; }

    /// <summary>The texts of the last turn of the user.</summary>
    public string Text { get; private init; } = string.Empty;

    /// <summary>What tools answered in that turn; null when none did.</summary>
    public string? ToolResult { get; private init; }

    public string? System { get; private init; }

    public int Attachments { get; private init; }

    public bool Thinks { get; private init; }

    public int InputTokens { get; private init; }

    /// <summary>What a cache point covers.</summary>
    public int CachedTokens { get; private init; }

    /// <exception cref="ServiceFailure">The service refuses the request.</exception>
    public static ConverseTurn Read(JsonElement body, string modelId)
    {
        if (!ModelId.TryParse(modelId, null, out ModelId id))
        {
            throw ServiceFailure.Validation("The provided model identifier is invalid.");
        }

        ConverseRequest request = Parse(body);
        if (request.Messages.Count == 0 && id.Kind != ModelIdKind.Prompt)
        {
            throw ServiceFailure.Validation("A conversation must start with a user message. Try again with a conversation that starts with a user message.");
        }

        for (int i = 0; i < request.Messages.Count; i++)
        {
            Check(request.Messages[i], i, Models.ModelRules.For(id));
        }

        ConverseRefusals.Check(request, Models.ModelRules.For(id));
        Message? last = request.Messages.LastOrDefault(message => message.Role == ConversationRole.User);
        List<string> results = [.. (last?.Content ?? []).OfType<ToolResultBlockContent>().Select(content => ResultText(content.ToolResult))];
        bool caches = HasCachePoint(request);
        int tokens = CountTokens(body);
        return new ConverseTurn(request)
        {
            Text = string.Join(' ', (last?.Content ?? []).Select(TextOf).OfType<string>()),
            ToolResult = results.Count == 0 ? null : string.Join(' ', results),
            System = request.System is null ? null : string.Join(' ', request.System.OfType<SystemTextContent>().Select(text => text.Text)),
            Attachments = (last?.Content ?? []).Count(content => content is ImageContent or DocumentContent or VideoContent or AudioContent),
            Thinks = IsThinking(request.AdditionalModelRequestFields),
            InputTokens = caches ? 1 : tokens,
            CachedTokens = caches ? tokens - 1 : 0,
        };
    }

    private static ConverseRequest Parse(JsonElement body)
    {
        try
        {
            return body.Deserialize(BedrockJson.TypeInfo<ConverseRequest>())!;
        }
        catch (JsonException e)
        {
            throw new ServiceFailure(400, "SerializationException", $"The request body does not fit the operation at {e.Path}.");
        }
    }

    private static void Check(Message message, int index, Models.ModelRules rules)
    {
        string at = $"messages.{index}.content";
        if (message.Role == ConversationRole.Assistant && index == 0 && (!rules.IsKnown || rules.BeginsWithUser))
        {
            throw ServiceFailure.Validation("A conversation must start with a user message. Try again with a conversation that starts with a user message.");
        }

        if (message.Content.Count == 0)
        {
            throw ServiceFailure.Validation(
                $"The content field in the Message object at messages.{index} is empty. Add a ContentBlock object to the content field and try again.");
        }

        for (int i = 0; i < message.Content.Count; i++)
        {
            switch (message.Content[i])
            {
                case TextBlock { Text: var text } when string.IsNullOrWhiteSpace(text)
                    && (text.Length == 0 || message.Role == ConversationRole.Assistant || message.Content.Count == 1):
                    throw ServiceFailure.Validation(
                        $"The text field in the ContentBlock object at {at}.{i} is blank. Add text to the text field, and try again.");
                case DocumentContent { Document.Name: var name } when !DocumentNames.IsValid(name):
                    throw ServiceFailure.Validation(
                        "The document file name can only contain alphanumeric characters, whitespace characters, hyphens, parentheses, and square brackets. "
                            + "The name can't contain more than one consecutive whitespace character.");
                // What a newer model said goes back as it came.
                case UnknownContentBlock { Raw: var raw } when message.Role != ConversationRole.Assistant || raw is not { ValueKind: JsonValueKind.Object }
                    || !raw.EnumerateObject().Any(member => member.Value.ValueKind != JsonValueKind.Null):
                    throw ServiceFailure.Validation($"The ContentBlock object at {at}.{i} must set one of its members.");
            }
        }
    }

    private static string? TextOf(ContentBlock content) => content switch
    {
        TextBlock text => text.Text,
        GuardContent { Content: GuardrailConverseText { Text: { } text } } => text.Text,
        _ => null,
    };

    private static string ResultText(ToolResultBlock? result) => string.Join(' ', (result?.Content ?? []).Select(content => content switch
    {
        ToolResultText text => text.Text,
        ToolResultJson json => json.Json.GetRawText(),
        _ => null,
    }).OfType<string>());

    private static bool HasCachePoint(ConverseRequest request) =>
        (request.System?.Any(block => block is SystemCachePointContent) ?? false)
        || (request.ToolConfig?.Tools.Any(tool => tool is ToolCachePoint) ?? false)
        || request.Messages.Any(message => message.Content.Any(content => content is CachePointContent));

    private static bool IsThinking(JsonElement? fields)
    {
        if (fields is not { ValueKind: JsonValueKind.Object } given)
        {
            return false;
        }

        return (given.TryGetProperty("thinking", out JsonElement thinking) || given.TryGetProperty("reasoning_config", out thinking))
            && thinking.ValueKind == JsonValueKind.Object
            && thinking.TryGetProperty("type", out JsonElement type)
            && !type.ValueEquals("disabled");
    }

    private static int CountTokens(JsonElement body)
    {
        int tokens = 0;
        foreach (string name in (ReadOnlySpan<string>)["system", "messages", "toolConfig"])
        {
            tokens += body.TryGetProperty(name, out JsonElement value) ? SimulatedText.Tokens(value) : 0;
        }

        return tokens;
    }
}
