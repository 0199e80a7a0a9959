using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Converse;

/// <summary>The one way in which an answer goes back to a model: what the service would never take is left out or mended. Used by one thread.</summary>
/// <param name="rules">What the model takes that it goes to.</param>
/// <param name="changed">Hears of each change that means something; null when nobody does.</param>
internal sealed class Replay(ModelRules rules, Action<string>? changed = null)
{
    public const string NotRun = "The call was not run.";
    public const string NoObject = "The input of the call was no JSON object.";

    /// <summary>The ids that calls got because an earlier call of their turn had the same, with that one.</summary>
    public Dictionary<string, string> Repeated { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether reasoning may go back to a model.</summary>
    public static bool TakesReasoning(ReasoningContent content, ModelRules rules) => rules switch
    {
        { IsKnown: false } or { Reasoning: ReplayedReasoning.Any } => true,
        { Reasoning: ReplayedReasoning.Signed } => content.Reasoning switch
        {
            ReasoningTextContent { ReasoningText.Signature: { Length: > 0 } } => true,
            ReasoningTextContent => false,
            _ => true,
        },
        _ => false,
    };

    /// <summary>A turn of the model as it goes back.</summary>
    /// <param name="turn">The turn; it stays as it is.</param>
    /// <param name="where">Where it stands, for the reports.</param>
    /// <returns>The turn; null when nothing is left of it.</returns>
    public Message? Turn(Message turn, string where)
    {
        Message copy = turn.Clone();
        copy.Role = ConversationRole.Assistant;
        List<ContentBlock> blocks = [];
        for (int i = 0; i < copy.Content.Count; i++)
        {
            if (Block(copy.Content[i], blocks, $"{where}.Content[{i}]") is { } block)
            {
                blocks.Add(block);
            }
        }

        copy.Content = blocks;
        TellApart(copy.ToolCalls, where);
        return blocks.Exists(static block => block is not CachePointContent) ? copy : null;
    }

    /// <summary>Results of tools as they go to the model; under the id of their call, when it is given.</summary>
    public ToolResultBlock Result(ToolResultBlock result, string where, string? id = null)
    {
        ToolResultBlock copy = result.Clone();
        copy.ToolUseId = id ?? ToolAliases.Id(copy.ToolUseId);
        if (copy.Status is not null && rules is { IsKnown: true, TakesToolResultStatus: false })
        {
            changed?.Invoke($"{where}.ToolResult.Status was left out: {rules.Line} takes no status.");
            copy.Status = null;
        }

        if (copy.Content.FirstOrDefault(IsBlank) is ToolResultText blank)
        {
            JsonElement text = JsonSerializer.SerializeToElement(blank.Text, ConverseJsonContext.Default.String);
            List<ToolResultContentBlock> others = [.. copy.Content.Where(static part => !IsBlank(part))];
            copy.Content = others.Count > 0 ? others : [new ToolResultJson(text)];
        }

        for (int i = 0; i < copy.Content.Count; i++)
        {
            if (copy.Content[i] is ToolResultJson part)
            {
                part.Json = Wrap(part.Json);
            }
            else if (ConverseTurnCheck.MediaOf(copy.Content[i]) is var media and not ModelModalities.None && !ConverseTurnCheck.Takes(rules, media))
            {
                changed?.Invoke($"{where}.ToolResult.Content[{i}] was left out: {rules.Line} takes no {media} in the result of a tool.");
                copy.Content[i] = new ToolResultText($"({media} left out)");
            }
        }

        return copy;
    }

    /// <summary>A value as the object that a result must be.</summary>
    public static JsonElement Wrap(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => RawJson.Mended(value),
        JsonValueKind.Undefined => JsonElement.Parse("""{"result":null}"""),
        _ => RawJson.Parse($"{{\"result\":{LoneSurrogates.MendJson(value.GetRawText())}}}"),
    };

    private static bool IsBlank(ToolResultContentBlock part) => part is ToolResultText { Text: var text } && string.IsNullOrWhiteSpace(text);

    // Results are found by the id of their call.
    private void TellApart(IEnumerable<ToolUseBlock> calls, string where)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (ToolUseBlock call in calls)
        {
            string id = call.ToolUseId;
            for (int n = 2; !ids.Add(call.ToolUseId); n++)
            {
                call.ToolUseId = ToolAliases.Id($"{id}#{n}");
            }

            if (call.ToolUseId != id)
            {
                Repeated[call.ToolUseId] = id;
                changed?.Invoke($"{where}: two calls have the id {id}, so the later one and its result were sent with the id '{call.ToolUseId}'.");
            }
        }
    }

    private ContentBlock? Block(ContentBlock? block, List<ContentBlock> before, string where)
    {
        switch (block)
        {
            case null:
            case TextBlock { Text: var text } when string.IsNullOrWhiteSpace(text):
            case ToolUseContent { ToolUse: null } or ReasoningContent { Reasoning: null } or ToolResultBlockContent { ToolResult: null }
                or CitationsContent { Block: null }:
            case CitationsContent { Block.Content: { } cited } when cited.All(static piece => piece is CitationGeneratedText { Text: var text }
                && string.IsNullOrWhiteSpace(text)):
            case UnknownContentBlock { Raw: { ValueKind: JsonValueKind.Object } raw } when !raw.EnumerateObject().MoveNext():
                return null;
            case ReasoningContent reasoning:
                return Reasoning(reasoning, where);
            case ToolUseContent { ToolUse: { } use }:
                Call(use, where);
                return block;
            case ToolResultBlockContent { ToolResult: { } result }:
                result.ToolUseId = ToolAliases.Id(result.ToolUseId);
                return block;
            case ImageContent { Image.Error: not null } or AudioContent { Audio.Error: not null }:
                changed?.Invoke($"{where} was left out: it is an error in place of media.");
                return null;
            case CachePointContent when before is [.., ReasoningContent] or []:
                changed?.Invoke($"{where}.CachePoint was left out: it must not stand behind reasoning, or first.");
                return null;
            case CachePointContent when before is [.., CachePointContent]:
                return null;
            default:
                return block;
        }
    }

    private ReasoningContent? Reasoning(ReasoningContent content, string where)
    {
        if (content.Reasoning is ReasoningTextContent { ReasoningText: { Signature: null or "" } unsigned } && string.IsNullOrWhiteSpace(unsigned.Text))
        {
            return null;
        }

        if (!TakesReasoning(content, rules))
        {
            changed?.Invoke(rules.Reasoning == ReplayedReasoning.None
                ? $"{where}.Reasoning was left out: {rules.Line} takes no reasoning of earlier turns."
                : $"{where}.Reasoning was left out: it has no signature, and {rules.Line} takes only reasoning that the service signed.");
            return null;
        }

        if (content.Reasoning is ReasoningTextContent { ReasoningText: { Signature: { Length: 0 } } text })
        {
            text.Signature = null;
        }

        return content;
    }

    private void Call(ToolUseBlock use, string where)
    {
        string name = ToolAliases.Name(use.Name);
        if (name != use.Name)
        {
            changed?.Invoke($"{where}.ToolUse.Name was sent as '{name}': the service takes 1 to 64 letters, digits, underscores and hyphens.");
            use.Name = name;
        }

        string id = ToolAliases.Id(use.ToolUseId);
        if (id != use.ToolUseId)
        {
            changed?.Invoke(
                $"{where}.ToolUse.ToolUseId was sent as '{id}', and so in its result: the service takes 1 to 64 letters, digits, underscores, hyphens, dots "
                    + "and colons.");
            use.ToolUseId = id;
        }

        if (use.Input.ValueKind != JsonValueKind.Object)
        {
            changed?.Invoke($"{where}.ToolUse.Input was sent as {{}}: what the model wrote is no JSON object.");
            use.Input = RawJson.EmptyObject;
        }
    }
}
