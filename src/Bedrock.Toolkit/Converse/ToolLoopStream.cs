namespace Bedrock.Toolkit.Converse;

/// <summary>A conversation with tools, piece by piece: the events of all its answers, one answer behind the other; between two of them tools run.</summary>
/// <remarks>Used by one caller at a time and enumerated once. Nothing is sent before the enumeration; leaving it early ends the call under way.</remarks>
public sealed class ToolLoopStream : IAsyncEnumerable<ConverseStreamEvent>
{
    private readonly ToolLoop _loop;
    private readonly ConverseRequest _request;
    private readonly CancellationToken _callToken;
    private int _enumerated;

    internal ToolLoopStream(ToolLoop loop, ConverseRequest request, CancellationToken callToken)
    {
        _loop = loop;
        _request = request;
        _callToken = callToken;
    }

    /// <summary>What the conversation came to.</summary>
    /// <exception cref="InvalidOperationException">The stream was not read to its end.</exception>
    public ToolLoopResult Result => _loop.Result ?? throw new InvalidOperationException("The conversation goes on: the stream was not read to its end.");

    /// <summary>Starts the conversation.</summary>
    /// <param name="cancellationToken">Cancels the enumeration, calls and tools, beside the token given to the call.</param>
    /// <returns>The enumerator; throws what the calls throw.</returns>
    /// <exception cref="InvalidOperationException">The stream was enumerated before.</exception>
    public IAsyncEnumerator<ConverseStreamEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        Interlocked.Exchange(ref _enumerated, 1) == 0 ? ReadAsync(cancellationToken).GetAsyncEnumerator(CancellationToken.None)
            : throw new InvalidOperationException("A stream can be enumerated once: call again for a new one.");

    private async IAsyncEnumerable<ConverseStreamEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(_callToken, cancellationToken);
        await foreach (ConverseStreamEvent part in _loop.StreamAsync(_request, both.Token).ConfigureAwait(false))
        {
            yield return part;
        }
    }
}
