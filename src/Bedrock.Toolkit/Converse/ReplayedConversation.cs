using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Converse;

/// <summary>Brings a whole conversation, wherever it comes from, to the form that a model takes. Used by one thread, for one request.</summary>
/// <remarks>For callers that change rather than refuse; each change that means something is reported.</remarks>
internal sealed class ReplayedConversation(ModelRules rules, Action<string> changed)
{
    private const string Opening = "(The conversation begins here.)";

    private readonly Replay _replay = new(rules, changed);

    // What the library writes itself is no change of what the caller gave.
    private readonly Replay _own = new(rules);

    /// <summary>Changes the request in place; its messages are replaced, not changed.</summary>
    public void Apply(ConverseRequest request)
    {
        bool isText = rules is { IsKnown: true, TakesTools: false } && request.Messages.Any(static message => message.Content.Any(IsOfTools));
        if (isText)
        {
            changed($"Messages have calls and results of tools: they were sent as text, because {rules.Line} takes no tools.");
        }

        List<Message> turns = [];
        for (int i = 0; i < request.Messages.Count; i++)
        {
            string where = $"Messages[{i}]";
            Message? turn = request.Messages[i].Role == ConversationRole.Assistant ? _replay.Turn(request.Messages[i], where)
                : User(request.Messages[i], where);
            if (turn is not null)
            {
                Append(turns, isText ? AsText(turn) : turn);
            }
        }

        List<Message> answered = isText ? turns : Answered(turns);
        if (rules.BeginsWithUser && answered is [{ } first, ..] && first.Role == ConversationRole.Assistant)
        {
            changed("Messages[0] is a turn of the model: a turn of the user was put before it, because a conversation begins with the user.");
            answered.Insert(0, Message.User(Opening));
        }

        request.Messages = answered;
        Declare(request);
    }

    private static void Append(List<Message> turns, Message turn)
    {
        if (turns is [.., { } last] && last.Role == turn.Role)
        {
            last.Content = [.. last.Content, .. turn.Content];
        }
        else
        {
            turns.Add(turn);
        }
    }

    private static bool IsOfTools(ContentBlock block) => block is ToolUseContent or ToolResultBlockContent;

    private static Message AsText(Message turn)
    {
        turn.Content = [.. turn.Content.Select(static block => block switch
        {
            ToolUseContent { ToolUse: { } use } => new TextBlock($"Called {use.Name} with {use.Input.GetRawText()}."),
            ToolResultBlockContent { ToolResult: { } result } => new TextBlock("Result: " + string.Join(' ', result.Content.Select(static part => part switch
            {
                ToolResultText text => text.Text,
                ToolResultJson json => json.Json.GetRawText(),
                _ => "(media)",
            }))),
            _ => block,
        })];
        return turn;
    }

    private Message? User(Message turn, string where)
    {
        Message copy = turn.Clone();
        List<ContentBlock> blocks = [];
        for (int i = 0; i < copy.Content.Count; i++)
        {
            switch (copy.Content[i])
            {
                case ToolResultBlockContent { ToolResult: { } result }:
                    blocks.Add(new ToolResultBlockContent(_replay.Result(result, $"{where}.Content[{i}]")));
                    break;
                case CachePointContent when blocks is [.., CachePointContent]:
                    break;
                case var other:
                    blocks.Add(other);
                    break;
            }
        }

        copy.Content = blocks;
        return blocks.Count == 0 ? null : copy;
    }

    // Every call has its result in the next message, and no result stands alone.
    private List<Message> Answered(List<Message> turns)
    {
        List<Message> answered = [];
        List<ToolUseBlock> open = [];
        foreach (Message turn in turns)
        {
            if (turn.Role == ConversationRole.Assistant)
            {
                Close(answered, open);
                Append(answered, turn);
                open = [.. turn.ToolCalls];
                continue;
            }

            Results(turn, open);
            open = [];
            if (turn.Content.Any(static block => block is not CachePointContent))
            {
                Append(answered, turn);
            }
        }

        Close(answered, open);
        return answered;
    }

    private void Close(List<Message> answered, List<ToolUseBlock> open)
    {
        if (open.Count > 0)
        {
            Append(answered, Message.ToolResults(open.Select(Missing)));
        }
    }

    private ToolResultBlock Missing(ToolUseBlock call)
    {
        changed($"The call {call.ToolUseId} of {call.Name} has no result: an error result was sent, because every call needs one.");
        return _own.Result(ToolResultBlock.Failed(call, Replay.NotRun), call.ToolUseId);
    }

    private void Results(Message turn, List<ToolUseBlock> open)
    {
        List<ContentBlock> results = [];
        List<ContentBlock> others = [];
        bool isMoved = false;
        List<ContentBlock> last = others;
        foreach (ContentBlock block in turn.Content)
        {
            if (block is ToolResultBlockContent { ToolResult: { } result })
            {
                last = results;
                int index = open.FindIndex(call =>
                    call.ToolUseId == result.ToolUseId || _replay.Repeated.GetValueOrDefault(call.ToolUseId) == result.ToolUseId);
                if (index < 0)
                {
                    changed($"The result of {result.ToolUseId} was left out: the turn before it has no such call.");
                    last = [];
                    continue;
                }

                result.ToolUseId = open[index].ToolUseId;
                open.RemoveAt(index);
                isMoved |= others.Count > 0;
                results.Add(block);
            }
            else
            {
                // A cache point stays behind what it stood behind.
                last = block is CachePointContent ? last : others;
                last.Add(block);
            }
        }

        if (isMoved && rules.ToolResultsComeFirst)
        {
            changed($"Results of tools were put before what else the user says: {rules.Line} takes them first.");
        }

        results.AddRange(open.Select(call => new ToolResultBlockContent(Missing(call))));
        turn.Content = [.. results, .. others];
    }

    private void Declare(ConverseRequest request)
    {
        if (request.ToolConfig is not null || !request.Messages.Any(static message => message.Content.Any(IsOfTools)))
        {
            return;
        }

        List<string> names = [.. request.Messages.SelectMany(static message => message.Content).OfType<ToolUseContent>()
            .Select(static call => call.ToolUse?.Name).OfType<string>().Distinct(StringComparer.Ordinal)];
        JsonElement schema = JsonElement.Parse("""{"type":"object"}""");
        request.ToolConfig = new ToolConfiguration { Tools = [.. names.Select(name => Tool.Create(name, null, schema))] };
        changed($"The conversation has calls of tools, for which Converse wants the tools declared: {string.Join(", ", names)} went along without a schema.");
    }
}
