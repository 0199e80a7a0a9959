using Bedrock.Toolkit.Converse;
using Wire = Bedrock.Toolkit.Converse;

namespace Microsoft.Extensions.AI;

/// <summary>Writes messages into a request. Used by one thread, once.</summary>
/// <remarks>Converse wants roles in turn, so messages of one role in a row become one; answers to parallel tool calls stand together that way.</remarks>
internal sealed class ChatMessageWriter(ConverseRequest request, ChatJson json, ChatWarnings warnings)
{
    private readonly ChatContentWriter _contents = new(request, json, warnings);

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

        if (ChatCachePoint.Of(options?.AdditionalProperties, "ChatOptions") is { } cachePoint)
        {
            AddSystemCachePoint(cachePoint, "ChatOptions");
        }

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
        for (int i = 0; i < message.Contents.Count; i++)
        {
            string at = $"{where}.Contents[{i}]";
            int before = blocks.Count;
            _contents.Write(message.Contents[i], isAssistant, at, blocks);
            if (ChatCachePoint.Of(message.Contents[i].AdditionalProperties, at) is { } behind && blocks.Count > before)
            {
                blocks.Add(behind);
            }
        }

        if (blocks.Count == 0)
        {
            // A model may write nothing, and the service refuses it when it comes back; a user who says nothing is a mistake.
            if (!isAssistant)
            {
                throw new ArgumentException($"{where} has nothing to send: a text must not be blank.", "messages");
            }

            return;
        }

        if (ChatCachePoint.Of(message.AdditionalProperties, where) is { } cachePoint)
        {
            blocks.Add(cachePoint);
        }

        Append(isAssistant ? ConversationRole.Assistant : ConversationRole.User, blocks);
    }

    private void Append(ConversationRole role, List<ContentBlock> blocks)
    {
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
            warnings.Add($"{where} is of the system and stands within the conversation: Converse has one system prompt, in front, and it was added there.");
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
                case var other:
                    throw new NotSupportedException($"{at} is a {other.GetType().Name}, but the system prompt of Converse takes only texts.");
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
