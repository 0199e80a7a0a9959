using Bedrock.Toolkit.Streaming;

namespace Bedrock.Toolkit;

/// <summary>An answer that arrives piece by piece. Used by one caller at a time; enumerated once.</summary>
/// <remarks>
/// Nothing is sent before <see cref="OpenAsync"/> or the enumeration. Leaving the enumeration early, or disposing, closes the connection.
/// An error inside the stream is thrown as the exception that the same error has without streaming, with the number of events delivered.
/// </remarks>
/// <typeparam name="TEvent">One piece of the answer.</typeparam>
public class BedrockStream<TEvent> : IAsyncEnumerable<TEvent>, IAsyncDisposable
{
    private const int Busy = 1;
    private const int Closed = 2;

    // After the end mark the answer is whole: only its counts may still come, and they come at once.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly IEventSource<TEvent> _source;
    private readonly Func<TEvent, bool>? _isEnd;
    private readonly CancellationToken _callToken;
    private int _enumerated;

    // Busy while somebody opens or reads, closed from the first disposal on. Whoever ends last of the two disposes the source, which nobody can touch then.
    private int _state;
    private bool _opened;
    private bool _hasFirst;
    private bool _ended;
    private int _delivered;
    private int _interventions;
    private bool _lastIntervened;
    private int _foldedBefore;

    internal BedrockStream(IEventSource<TEvent> source, Func<TEvent, bool>? isEnd, CancellationToken callToken)
    {
        _source = source;
        _isEnd = isEnd;
        _callToken = callToken;
    }

    /// <summary>Request id, attempts, and what the headers tell; at the end of the stream also the counts of its last chunk.</summary>
    /// <value>Null before the stream is open, and on a stream that was made from events.</value>
    public BedrockResponseMetadata? Metadata => _source.Metadata;

    /// <summary>Sends the request and waits until the headers and the first event are there.</summary>
    /// <remarks>
    /// Lets a web application answer 429 or 403 before it begins its own stream. The enumeration then starts with that first event. A second
    /// call does nothing. When it throws, the stream is closed.
    /// </remarks>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <returns>A task that ends when the first event is there.</returns>
    /// <exception cref="BedrockException">The call failed, or the stream ended before its first event.</exception>
    /// <exception cref="OperationCanceledException">This token, or the one given to the call, was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The stream is closed.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);
        if (_opened)
        {
            return;
        }

        Enter();
        try
        {
            using CancellationTokens tokens = CancellationTokens.Join(_callToken, cancellationToken);
            await tokens.RunAsync(_source.OpenAsync(tokens.Token)).ConfigureAwait(false);
            _opened = true;
            _hasFirst = await ReadAsync(tokens).ConfigureAwait(false);
            ObjectDisposedException.ThrowIf(IsClosed, this);
        }
        catch (Exception e)
        {
            if (e is BedrockException failure)
            {
                _source.AddContext(failure, Delivered);
            }

            _source.Finish(e);
            bool byOther = IsClosed && e is not OperationCanceledException;
            await DisposeAsync().ConfigureAwait(false);
            if (byOther)
            {
                throw Disposed();
            }

            throw;
        }
        finally
        {
            await LeaveAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Starts the enumeration, and with it the call unless it is open already.</summary>
    /// <param name="cancellationToken">Cancels the enumeration, beside the token given to the call.</param>
    /// <returns>The enumerator; disposing it closes the connection.</returns>
    /// <exception cref="InvalidOperationException">The stream was enumerated before.</exception>
    /// <exception cref="ObjectDisposedException">The stream is closed.</exception>
    public IAsyncEnumerator<TEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _enumerated, 1) == 1)
        {
            throw new InvalidOperationException("A stream can be enumerated once: call again for a new one. ForEachAsync, or KeepResponse before the first event, "
                + "gives the response beside the events.");
        }

        ObjectDisposedException.ThrowIf(IsClosed, this);
        return new Enumerator(this, cancellationToken);
    }

    /// <summary>Closes the connection; may come from any thread at any time. Does nothing the second time.</summary>
    /// <remarks>Whoever is opening or reading the stream then gets an <see cref="ObjectDisposedException"/>, and nothing is sent any more.</remarks>
    /// <returns>A task that ends when the connection is closed, or is being closed by the one who reads.</returns>
    public async ValueTask DisposeAsync()
    {
        int before = Interlocked.Or(ref _state, Closed);
        if ((before & Closed) == 0)
        {
            if ((before & Busy) == 0)
            {
                await _source.DisposeAsync().ConfigureAwait(false);
            }
            else
            {
                _source.Abort();
            }
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Whether somebody enumerates the stream, or has.</summary>
    private protected bool IsBegun => Volatile.Read(ref _enumerated) == 1;

    /// <summary>Whether the answer was read to its end, and that without a failure.</summary>
    private protected bool IsComplete { get; private set; }

    /// <summary>Sees an event as it is given out.</summary>
    private protected virtual void OnDelivered(TEvent current)
    {
    }

    /// <summary>How many events were given out or went into a fold.</summary>
    private int Delivered => _delivered + _source.Folded;

    private bool IsClosed => (Volatile.Read(ref _state) & Closed) != 0;

    /// <summary>Lets a fold take what it can of the events that nobody else wants to see.</summary>
    private protected void FoldInto(IChunkFold fold) => _source.FoldInto(fold);

    private ObjectDisposedException Disposed() => new(GetType().FullName, "The stream was disposed while it was in use.");

    private void Enter()
    {
        int before = Interlocked.CompareExchange(ref _state, Busy, 0);
        ObjectDisposedException.ThrowIf((before & Closed) != 0, this);
        if (before != 0)
        {
            throw new InvalidOperationException("The stream is being opened or read: it is used by one caller at a time.");
        }
    }

    private ValueTask LeaveAsync() => (Interlocked.And(ref _state, ~Busy) & Closed) != 0 ? _source.DisposeAsync() : ValueTask.CompletedTask;

    // Waits once per event in a live stream; pooling the state machine saves an allocation each time.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> ReadAsync(CancellationTokens tokens)
    {
        try
        {
            tokens.ThrowIfCancellationRequested();
            if (_source.TryRead() || await tokens.RunAsync(_source.ReadAsync(tokens.Token)).ConfigureAwait(false))
            {
                TakeEvent(_source.Current);
                return true;
            }
        }
        catch (BedrockException) when (_ended && _isEnd is not null)
        {
            // The end mark was delivered: what breaks, falls silent or cannot be read after it takes nothing from the answer.
            return Complete();
        }
        catch (BedrockException e)
        {
            _source.AddContext(e, Delivered);
            _source.Finish(e);
            throw;
        }
        catch (OperationCanceledException e)
        {
            _source.Finish(e);
            throw;
        }

        // A guardrail that blocks replaces the rest of the answer by one last event, which has no end mark of the family. One that masks says so
        // on every event, so that only a single intervention can be such an end.
        if (!_ended && !(_lastIntervened && _interventions == 1 && _foldedBefore == _source.Folded))
        {
            throw Incomplete();
        }

        return Complete();
    }

    private bool Complete()
    {
        IsComplete = true;
        _source.Finish(failure: null);
        return false;
    }

    private void TakeEvent(TEvent current)
    {
        if (_isEnd is null)
        {
            _ended = true;
        }
        else if (!_ended && _isEnd(current))
        {
            _ended = true;
            _source.EndWithin(Grace);
        }

        _lastIntervened = current is BedrockStreamEvent { CanBlock: true };
        _interventions += _lastIntervened ? 1 : 0;
        _foldedBefore = _source.Folded;
    }

    private BedrockIncompleteStreamException Incomplete()
    {
        var exception = new BedrockIncompleteStreamException(
            $"The stream ended after {Delivered} events without its end mark: the answer is not complete.")
        {
            IsTransient = true,
        };
        _source.AddContext(exception, Delivered);
        _source.Finish(exception);
        return exception;
    }

    /// <summary>Opens the stream with the first step, and closes it at its end, at a failure, and also when no step was made.</summary>
    private sealed class Enumerator(BedrockStream<TEvent> stream, CancellationToken cancellationToken) : IAsyncEnumerator<TEvent>
    {
        private CancellationTokens _tokens;
        private bool _isOpen;
        private bool _isOver;

        public TEvent Current { get; private set; } = default!;

        // An event that is there already comes without a wait through all layers; one that is waited for takes a pooled state in each.
        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
        public async ValueTask<bool> MoveNextAsync()
        {
            if (_isOver)
            {
                return false;
            }

            if (!_isOpen)
            {
                return await BeginAsync().ConfigureAwait(false);
            }

            stream.Enter();
            bool more = false;
            try
            {
                more = await stream.ReadAsync(_tokens).ConfigureAwait(false);
                ObjectDisposedException.ThrowIf(stream.IsClosed, stream);
            }
            catch (Exception e) when (stream.IsClosed && e is not OperationCanceledException)
            {
                more = false;
                throw stream.Disposed();
            }
            finally
            {
                _isOver = !more;
                await stream.LeaveAsync().ConfigureAwait(false);
                if (!more)
                {
                    await DisposeAsync().ConfigureAwait(false);
                }
            }

            return more && Take();
        }

        public ValueTask DisposeAsync()
        {
            _isOver = true;
            _tokens.Dispose();
            return stream.DisposeAsync();
        }

        private async ValueTask<bool> BeginAsync()
        {
            bool more = false;
            try
            {
                await stream.OpenAsync(cancellationToken).ConfigureAwait(false);
                _tokens = CancellationTokens.Join(stream._callToken, cancellationToken);
                _isOpen = true;
                more = stream._hasFirst;
            }
            finally
            {
                if (!more)
                {
                    await DisposeAsync().ConfigureAwait(false);
                }
            }

            return more && Take();
        }

        private bool Take()
        {
            Current = stream._source.Current;
            stream._delivered++;
            stream.OnDelivered(Current);
            return true;
        }
    }
}
