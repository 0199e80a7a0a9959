using System.Text;

namespace Bedrock.Toolkit.Models;

/// <summary>The fold of a family whose chunks bring pieces of one text: joins them, and keeps the guardrail and what nobody knows.</summary>
/// <remarks>Invents nothing: what no chunk said stays null. Used by one thread at a time.</remarks>
/// <typeparam name="TEvent">The chunk.</typeparam>
/// <typeparam name="TResponse">The response.</typeparam>
internal abstract class TextStreamFold<TEvent, TResponse> : IStreamFold<TEvent, TResponse>
    where TEvent : BedrockStreamEvent
    where TResponse : BedrockResponse
{
    private readonly StreamRemains _remains = new();
    private StringBuilder? _text;

    public void Add(TEvent streamEvent)
    {
        ArgumentNullException.ThrowIfNull(streamEvent);
        _remains.Add(streamEvent);
        if (Take(streamEvent) is { } piece)
        {
            (_text ??= new StringBuilder()).Append(piece);
        }
    }

    public TResponse ToResponse() => _remains.GiveTo(Create(_text?.ToString()));

    /// <summary>Keeps what the chunk says besides text.</summary>
    /// <returns>The chunk's piece of the text; null when it brings none.</returns>
    protected abstract string? Take(TEvent streamEvent);

    /// <summary>Makes a new response from what was kept.</summary>
    protected abstract TResponse Create(string? text);
}
