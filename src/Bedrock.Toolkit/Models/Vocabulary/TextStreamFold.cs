namespace Bedrock.Toolkit.Models;

/// <summary>The fold of a family whose chunks bring pieces of one text.</summary>
/// <typeparam name="TEvent">The chunk.</typeparam>
/// <typeparam name="TResponse">The response.</typeparam>
internal abstract class TextStreamFold<TEvent, TResponse> : StreamFold<TEvent, TResponse>
    where TEvent : BedrockStreamEvent
    where TResponse : BedrockResponse
{
    private StringBuilder? _text;

    protected sealed override void Take(TEvent streamEvent) => StreamPieces.Append(ref _text, TakeText(streamEvent));

    protected sealed override TResponse Build() => Build(StreamPieces.TextOf(_text));

    /// <summary>Keeps what the chunk says besides text.</summary>
    /// <returns>The chunk's piece of the text; null when it brings none.</returns>
    protected abstract string? TakeText(TEvent streamEvent);

    /// <summary>A new response with the family's own members.</summary>
    /// <param name="text">The whole text; null when no piece of it came.</param>
    protected abstract TResponse Build(string? text);
}
