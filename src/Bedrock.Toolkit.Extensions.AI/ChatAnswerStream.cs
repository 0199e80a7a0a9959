using Bedrock.Toolkit.Converse;

namespace Microsoft.Extensions.AI;

/// <summary>The answer of a stream that is given a form by a tool: its input is the text, and what the model writes beside it is not. Used by one thread, for
/// one stream.</summary>
/// <remarks>Texts wait until the answer begins, or until there is none: then they are all that there is.</remarks>
internal sealed class ChatAnswerStream(string tool)
{
    /// <summary>Marks the pieces of the answer among the texts.</summary>
    public static readonly object Mark = new();

    private readonly HashSet<int> _open = [];
    private readonly List<ChatResponseUpdate> _texts = [];
    private int? _first;
    private bool _isOver;

    /// <summary>Whether a block is an answer.</summary>
    public bool Start(ContentBlockStartEvent start, int index)
    {
        if (start.Start is not ToolUseStart { ToolUse.Name: { } name } || name != tool)
        {
            _open.Remove(index);
            return false;
        }

        _open.Add(index);
        _isOver |= _first is not null;
        _first ??= index;
        return true;
    }

    public void Stop(int index)
    {
        _isOver |= _open.Remove(index) && _first == index;
    }

    public bool Has(int index) => _open.Contains(index);

    /// <summary>Whether a block is the first answer: only that one counts.</summary>
    public bool IsFirst(int index) => !_isOver && _first == index;

    /// <summary>What of an update goes on now.</summary>
    public IEnumerable<ChatResponseUpdate> Pass(ChatResponseUpdate update)
    {
        if (update.Contents is not [TextContent text])
        {
            return [update];
        }

        if (ReferenceEquals(text.RawRepresentation, Mark))
        {
            text.RawRepresentation = null;
            return [update];
        }

        if (_first is null)
        {
            _texts.Add(update);
            return [];
        }

        return [Aside(update)];
    }

    /// <summary>The texts that waited: beside an answer as reasoning, without one as they are.</summary>
    public List<ChatResponseUpdate> TakeTexts()
    {
        bool isBlank = _texts.SelectMany(update => update.Contents).OfType<TextContent>().All(text => string.IsNullOrWhiteSpace(text.Text));
        List<ChatResponseUpdate> texts = _first is null ? [.. _texts] : isBlank ? [] : [.. _texts.Select(Aside)];
        _texts.Clear();
        return texts;
    }

    private static ChatResponseUpdate Aside(ChatResponseUpdate update)
    {
        update.Contents = [.. update.Contents.Select(content => content is TextContent text ? new TextReasoningContent(text.Text) : content)];
        return update;
    }
}
