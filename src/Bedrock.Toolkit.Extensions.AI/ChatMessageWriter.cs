using Bedrock.Toolkit.Converse;
using Wire = Bedrock.Toolkit.Converse;

namespace Microsoft.Extensions.AI;

/// <summary>Writes messages into a request. Used by one thread, once.</summary>
/// <remarks>Converse wants roles in turn, so messages of one role in a row become one; answers to parallel tool calls stand together that way.</remarks>
internal sealed class ChatMessageWriter(ConverseRequest request, ChatJson json, ChatWarnings warnings)
{
    private readonly ChatContentWriter _contents = new(request, json, warnings);

    // The last message of the user that had nothing to send, unless a turn came after it.
    private string? _emptied;

    // How much of the system prompt there was when the last turn came, and the messages of the system that came since.
    private int _systemBefore;
    private readonly List<string> _behind = [];

    public void Write(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        if (!string.IsNullOrWhiteSpace(options?.Instructions))
        {
            (request.System ??= []).Add(options.Instructions);
        }

        int index = 0;
        foreach (ChatMessage message in messages)
        {
            ArgumentNullException.ThrowIfNull(message, nameof(messages));
            Write(message, $"messages[{index++}]");
        }

        AskBehind();
        if (ChatCachePoint.Of(options?.AdditionalProperties, "ChatOptions") is { } cachePoint)
        {
            AddSystemCachePoint(cachePoint, "ChatOptions");
        }

        AskSystem();
        CheckLastTurn();
        TrimPrefill();
    }

    private void Write(ChatMessage message, string where)
    {
        if (message.Role == ChatRole.System || message.Role.Value == "developer")
        {
            WriteSystem(message, where);
            return;
        }

        bool isAssistant = message.Role == ChatRole.Assistant;
        if (!isAssistant && message.Role != ChatRole.User && message.Role != ChatRole.Tool)
        {
            throw new NotSupportedException($"{where}.Role is '{message.Role}', but Converse knows only system, user, assistant and tool.");
        }

        List<ContentBlock> blocks = [];
        List<ContentBlock> results = [];
        for (int i = 0; i < message.Contents.Count; i++)
        {
            string at = $"{where}.Contents[{i}]";
            List<ContentBlock> target = isAssistant && IsOfUser(message.Contents[i], at) ? results : blocks;
            int before = target.Count;
            _contents.Write(message.Contents[i], isAssistant, at, target);
            if (ChatCachePoint.Of(message.Contents[i].AdditionalProperties, at) is { } behind && target.Count > before)
            {
                target.Add(behind);
            }
        }

        CachePointBlock? cachePoint = ChatCachePoint.Of(message.AdditionalProperties, where);
        if (blocks.Count > 0)
        {
            Append(isAssistant ? ConversationRole.Assistant : ConversationRole.User, cachePoint is null ? blocks : [.. blocks, cachePoint]);
        }
        else if (!isAssistant)
        {
            NoteEmpty(message, where);
        }

        if (results.Count > 0)
        {
            Append(ConversationRole.User, results);
        }
    }

    // The results of an application's own functions; those of the service stand in its answer.
    private bool IsOfUser(AIContent content, string where)
    {
        bool isOfUser = content is FunctionResultContent { RawRepresentation: not Wire.ToolResultBlockContent } && ChatContentReader.TypeOf(content) is null;
        if (isOfUser)
        {
            warnings.Add($"{where} is a FunctionResultContent in a message of the assistant: it was sent as a turn of the user, as Converse wants it.");
        }

        return isOfUser;
    }

    private void NoteEmpty(ChatMessage message, string where)
    {
        _emptied = where;

        // What else was left out is reported by itself, if it is.
        if (message.Contents.All(static content => content is TextContent))
        {
            warnings.Add($"{where} has nothing to send: it was left out, because Converse takes no blank text.");
        }
    }

    /// <summary>A conversation of nothing but the system is asked with its last text.</summary>
    private void AskSystem()
    {
        if (request.Messages.Count > 0 || request.System is not { } system)
        {
            return;
        }

        int last = system.ToList().FindLastIndex(static block => block is SystemTextContent);
        if (last < 0)
        {
            return;
        }

        Ask(system, last);
        warnings.Add("messages has only texts of the system: the last one was sent as the turn of the user, because Converse needs one.");
    }

    /// <summary>Texts of the system behind a last turn of the model are what it is asked: in front of all, that turn would begin its answer.</summary>
    private void AskBehind()
    {
        if (request.Messages is [.., { } last] && last.Role == ConversationRole.Assistant && request.System is { } system
            && system.Skip(_systemBefore).Any(static block => block is SystemTextContent))
        {
            warnings.Add($"{_behind[^1]} is of the system and stands behind a turn of the assistant: it was sent as a turn of the user, because the model "
                + "would go on with its own turn otherwise.");
            _behind.Clear();
            Ask(system, _systemBefore);
        }

        WarnOfBehind();
    }

    /// <summary>Sends the system prompt from a place on as a turn of the user.</summary>
    private void Ask(IList<SystemContentBlock> system, int from)
    {
        List<ContentBlock> blocks = [];
        List<SystemContentBlock> left = [.. system.Take(from)];
        foreach (SystemContentBlock block in system.Skip(from))
        {
            switch (block)
            {
                case SystemTextContent text:
                    blocks.Add(new Wire.TextBlock(text.Text));
                    break;
                case SystemCachePointContent { CachePoint: { } point }:
                    blocks.Add(point);
                    break;
                default:
                    left.Add(block);
                    break;
            }
        }

        request.System = left.Count > 0 ? left : null;
        Append(ConversationRole.User, blocks);
    }

    private void WarnOfBehind()
    {
        foreach (string where in _behind)
        {
            warnings.Add($"{where} is of the system and stands within the conversation: Converse has one system prompt, in front, and it was added there.");
        }

        _behind.Clear();
    }

    private void CheckLastTurn()
    {
        if (_emptied is null)
        {
            return;
        }

        if (request.Messages.Count == 0)
        {
            throw new ArgumentException($"{_emptied} has nothing to send, and there is no other message: a text must not be blank.", "messages");
        }

        if (request.Messages[^1].Role == ConversationRole.Assistant)
        {
            throw new ArgumentException(
                $"{_emptied} has nothing to send, and without it the model would go on with its own answer: give the last turn of the user a text.",
                "messages");
        }
    }

    private void Append(ConversationRole role, List<ContentBlock> blocks)
    {
        _emptied = null;
        WarnOfBehind();
        _systemBefore = request.System?.Count ?? 0;
        if (request.Messages.LastOrDefault() is { } last && last.Role == role)
        {
            last.Content = [.. last.Content, .. blocks];
        }
        else
        {
            request.Messages.Add(new Message { Role = role, Content = blocks });
        }
    }

    private void WriteSystem(ChatMessage message, string where)
    {
        if (request.Messages.Count > 0)
        {
            _behind.Add(where);
        }

        for (int i = 0; i < message.Contents.Count; i++)
        {
            string at = $"{where}.Contents[{i}]";
            switch (message.Contents[i])
            {
                case TextContent { Text: var text }:
                    if (!string.IsNullOrWhiteSpace(text))
                    {
                        (request.System ??= []).Add(text);
                    }

                    break;
                case { RawRepresentation: SystemContentBlock block }:
                    (request.System ??= []).Add(block);
                    break;
                case UsageContent or ToolApprovalRequestContent or ToolApprovalResponseContent:
                    break;
                case (DataContent or UriContent or HostedFileContent or HostedVectorStoreContent) and var other:
                    throw new NotSupportedException($"{at} is a {other.GetType().Name}, but the system prompt of Converse takes only texts.");
                case var other:
                    _contents.LeaveOut(other, at, "but the system prompt of Converse takes only texts");
                    break;
            }

            if (ChatCachePoint.Of(message.Contents[i].AdditionalProperties, at) is { } behind)
            {
                AddSystemCachePoint(behind, at);
            }
        }

        if (ChatCachePoint.Of(message.AdditionalProperties, where) is { } cachePoint)
        {
            AddSystemCachePoint(cachePoint, where);
        }
    }

    private void AddSystemCachePoint(CachePointBlock cachePoint, string where)
    {
        if (request.System is [.., SystemCachePointContent])
        {
            // One is enough.
        }
        else if (request.System is { Count: > 0 } system)
        {
            system.Add(cachePoint);
        }
        else
        {
            warnings.Add($"{where}.AdditionalProperties[\"{ChatCachePoint.Property}\"] was left out: there is no system prompt before it.");
        }
    }

    // An answer that the model is to go on with must not end in white space: the service refuses it.
    private void TrimPrefill()
    {
        if (request.Messages.LastOrDefault() is { } last && last.Role == ConversationRole.Assistant && last.Content is [.., Wire.TextBlock text])
        {
            last.Content[^1] = new Wire.TextBlock(text.Text.TrimEnd());
        }
    }
}
