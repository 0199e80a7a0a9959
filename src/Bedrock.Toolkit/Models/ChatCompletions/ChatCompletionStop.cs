using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Texts at which the model stops: a string, or a list. Not thread safe while it is changed.</summary>
/// <remarks>Takes a string or a collection expression, and stays a string on the wire until it is changed: <c>Stop = "END"</c>, <c>Stop = ["END", "###"]</c>.</remarks>
[CollectionBuilder(typeof(ChatCompletionStop), nameof(Create))]
[JsonConverter(typeof(ChatCompletionStopConverter))]
public sealed class ChatCompletionStop : Collection<string>
{
    private bool _isString;

    /// <summary>No texts.</summary>
    public ChatCompletionStop()
    {
    }

    /// <summary>One text, a string on the wire.</summary>
    /// <param name="text">The text.</param>
    public ChatCompletionStop(string text)
    {
        Add(text);
        _isString = true;
    }

    /// <summary>The text when the wire has a string, else null.</summary>
    internal string? StringForm => _isString ? this[0] : null;

    /// <summary>One text, a string on the wire.</summary>
    /// <param name="text">The text; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator ChatCompletionStop?(string? text) => text is null ? null : new ChatCompletionStop(text);

    /// <summary>A list of texts; the compiler calls this for a collection expression.</summary>
    /// <param name="texts">The texts.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException">One of the texts is null.</exception>
    public static ChatCompletionStop Create(ReadOnlySpan<string> texts)
    {
        var stop = new ChatCompletionStop();
        foreach (string text in texts)
        {
            stop.Add(text);
        }

        return stop;
    }

    internal ChatCompletionStop Clone() => StringForm is { } text ? new ChatCompletionStop(text) : Create([.. this]);

    /// <inheritdoc/>
    protected override void InsertItem(int index, string item)
    {
        ArgumentNullException.ThrowIfNull(item);
        base.InsertItem(index, item);
        _isString = false;
    }

    /// <inheritdoc/>
    protected override void SetItem(int index, string item)
    {
        ArgumentNullException.ThrowIfNull(item);
        base.SetItem(index, item);
        _isString = false;
    }

    /// <inheritdoc/>
    protected override void RemoveItem(int index)
    {
        base.RemoveItem(index);
        _isString = false;
    }

    /// <inheritdoc/>
    protected override void ClearItems()
    {
        base.ClearItems();
        _isString = false;
    }
}
