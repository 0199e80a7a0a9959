using System.Collections;

namespace Bedrock.Toolkit.Models;

/// <summary>What the wire writes as a string or as an array of content blocks. Not thread safe while it is changed.</summary>
/// <remarks>
/// A text given as a string stays a string on the wire, also when its one block was looked at. It becomes an array as soon as a block is added
/// or replaced, or its one block gets what a string cannot hold (a cache point, citations).
/// </remarks>
public abstract class ClaudeBlockList : IList<ClaudeContentBlock>, IReadOnlyList<ClaudeContentBlock>
{
    private readonly string? _text;
    private List<ClaudeContentBlock>? _blocks;
    private bool _isString;

    private protected ClaudeBlockList(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
        _isString = true;
    }

    private protected ClaudeBlockList(List<ClaudeContentBlock> blocks) => _blocks = blocks;

    /// <summary>The number of blocks; a string counts as one.</summary>
    public int Count => _blocks?.Count ?? 1;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <summary>The texts of all text blocks, one after the other.</summary>
    /// <value>Empty when there is no text.</value>
    public string Text => StringForm ?? string.Concat(Blocks.OfType<ClaudeTextBlock>().Select(block => block.Text));

    /// <summary>The text when the wire has a string, else null.</summary>
    internal string? StringForm
    {
        get
        {
            if (!_isString)
            {
                return null;
            }

            return _blocks switch
            {
                null => _text,
                [ClaudeTextBlock { IsPlain: true } only] => only.Text,
                _ => null,
            };
        }
    }

    // The block of a string is made when somebody asks for it; the string form is kept until the block says otherwise.
    private List<ClaudeContentBlock> Blocks => _blocks ??= [new ClaudeTextBlock(_text!)];

    /// <inheritdoc cref="IList{T}.this[int]"/>
    public ClaudeContentBlock this[int index]
    {
        get => Blocks[index];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Changed()[index] = value;
        }
    }

    /// <inheritdoc/>
    public void Add(ClaudeContentBlock item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Changed().Add(item);
    }

    /// <inheritdoc/>
    public void Insert(int index, ClaudeContentBlock item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Changed().Insert(index, item);
    }

    /// <inheritdoc/>
    public void Clear() => Changed().Clear();

    /// <inheritdoc/>
    public bool Remove(ClaudeContentBlock item) => Changed().Remove(item);

    /// <inheritdoc/>
    public void RemoveAt(int index) => Changed().RemoveAt(index);

    /// <inheritdoc/>
    public bool Contains(ClaudeContentBlock item) => Blocks.Contains(item);

    /// <inheritdoc/>
    public int IndexOf(ClaudeContentBlock item) => Blocks.IndexOf(item);

    /// <inheritdoc/>
    public void CopyTo(ClaudeContentBlock[] array, int arrayIndex) => Blocks.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public IEnumerator<ClaudeContentBlock> GetEnumerator() => Blocks.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private protected static List<ClaudeContentBlock> Checked(ReadOnlySpan<ClaudeContentBlock> blocks)
    {
        foreach (ClaudeContentBlock block in blocks)
        {
            ArgumentNullException.ThrowIfNull(block, nameof(blocks));
        }

        return [.. blocks];
    }

    private protected List<ClaudeContentBlock> CopyBlocks() => [.. Blocks.Select(block => block.Clone())];

    private List<ClaudeContentBlock> Changed()
    {
        List<ClaudeContentBlock> blocks = Blocks;
        _isString = false;
        return blocks;
    }
}
