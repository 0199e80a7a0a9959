using System.Diagnostics;
using Bedrock.Toolkit.Diagnostics;

namespace Bedrock.Toolkit.Failover;

/// <summary>One client over several places: a call that one place cannot answer goes on at the next. Thread-safe.</summary>
/// <remarks>
/// <para>What would fail everywhere, such as a wrong request, fails at once. A conversation (<see cref="For"/>) stays where its prompt cache is for as long as
/// that place takes calls. A stream goes on elsewhere only before its first event.</para>
/// <para>Each place makes the attempts of its own client first: give those clients few (<see cref="BedrockClientOptions.MaxAttempts"/>). Calls that a place
/// may have answered already have a budget of their own (<see cref="BedrockFailoverOptions.MaxDoubledCalls"/>).</para>
/// </remarks>
public sealed class BedrockFailover : IBedrockClient
{
    private readonly PlaceBoard _board;
    private readonly BedrockFailoverOptions _options;
    private readonly string? _conversation;

    /// <summary>Makes a client over places, the preferred one first.</summary>
    /// <param name="places">The places; each name once.</param>
    public BedrockFailover(params IReadOnlyList<BedrockPlace> places)
        : this(places, new BedrockFailoverOptions())
    {
    }

    /// <summary>Makes a client over places, the preferred one first.</summary>
    /// <param name="places">The places; each name once.</param>
    /// <param name="options">How calls go on; copied.</param>
    /// <exception cref="ArgumentException">There is no place, or a name stands for two.</exception>
    public BedrockFailover(IReadOnlyList<BedrockPlace> places, BedrockFailoverOptions options)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(options);
        if (places.Count == 0 || places.Select(static place => place.Name).Distinct(StringComparer.Ordinal).Count() != places.Count)
        {
            throw new ArgumentException("A failover needs at least one place, and each name once.", nameof(places));
        }

        _options = options.Checked();
        _board = new PlaceBoard([.. places], _options);
    }

    private BedrockFailover(BedrockFailover all, string conversation)
    {
        (_board, _options, _conversation) = (all._board, all._options, conversation);
    }

    /// <summary>What is known of the places, in their order.</summary>
    public IReadOnlyList<BedrockPlaceState> Places => _board.States;

    /// <summary>The client of one conversation, whose calls stay where its prompt cache is.</summary>
    /// <param name="conversation">What tells it from others, such as its id in a database. Never logged.</param>
    /// <returns>A client that shares everything with this one; cheap, made for each call if need be.</returns>
    public IBedrockClient For(string conversation)
    {
        ArgumentException.ThrowIfNullOrEmpty(conversation);
        return new BedrockFailover(this, conversation);
    }

    /// <inheritdoc/>
    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        BedrockCall<TRequest, TResponse> call,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        PlaceRound order = _board.Begin(_conversation);
        if (_options.HedgeAfter is { } wait && order.Count > 1)
        {
            return await HedgeAsync(call, order, wait, options, cancellationToken).ConfigureAwait(false);
        }

        for (int i = 0; ; i++)
        {
            try
            {
                return await AskAsync(call, order[i], options, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (GoesOn(e, order, i))
            {
                // The next place.
            }
        }
    }

    /// <inheritdoc/>
    public BedrockStream<TEvent, TResponse> CallStreamAsync<TRequest, TEvent, TResponse>(
        BedrockStreamingCall<TRequest, TEvent, TResponse> call,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        var source = new FailoverSource<TEvent>(
            () => _board.Begin(_conversation),
            index =>
            {
                _board.Began(index);
                BedrockPlace place = _board.PlaceAt(index);
                return place.Client.CallStreamAsync((BedrockStreamingCall<TRequest, TEvent, TResponse>)call.Of(place.Model), options, CancellationToken.None);
            },
            index =>
            {
                Name(index);
                _board.Succeeded(index, _conversation);
            },
            GoesOn);
        return new BedrockStream<TEvent, TResponse>(source, isEnd: null, call.CreateFold, cancellationToken);
    }

    private async Task<TResponse> AskAsync<TRequest, TResponse>(
        BedrockCall<TRequest, TResponse> call, int index, InvokeOptions? options, CancellationToken cancellationToken)
    {
        _board.Began(index);
        BedrockPlace place = _board.PlaceAt(index);
        TResponse response = await place.Client.CallAsync((BedrockCall<TRequest, TResponse>)call.Of(place.Model), options, cancellationToken)
            .ConfigureAwait(false);
        Name(index);
        _board.Succeeded(index, _conversation);
        return response;
    }

    /// <summary>Asks the second place too when the first one is silent for long, or fails; what comes first counts.</summary>
    private async Task<TResponse> HedgeAsync<TRequest, TResponse>(
        BedrockCall<TRequest, TResponse> call, PlaceRound order, TimeSpan wait, InvokeOptions? options, CancellationToken cancellationToken)
    {
        using var first = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var second = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<TResponse> asked = AskAsync(call, order[0], options, first.Token);
        await Task.WhenAny(asked, Task.Delay(wait, _options.TimeProvider, timer.Token)).ConfigureAwait(false);
        await timer.CancelAsync().ConfigureAwait(false);
        if (asked.IsCompleted || !_board.TryDouble())
        {
            return await RestAsync(call, order, 0, asked, options, cancellationToken).ConfigureAwait(false);
        }

        Task<TResponse> hedge = AskAsync(call, order[1], options, second.Token);
        Task<TResponse> sooner = await Task.WhenAny(asked, hedge).ConfigureAwait(false);
        Task<TResponse> later = sooner == asked ? hedge : asked;
        if (sooner.IsCompletedSuccessfully)
        {
            await (sooner == asked ? second : first).CancelAsync().ConfigureAwait(false);
            Forget(later);
            return await sooner.ConfigureAwait(false);
        }

        // One has failed: the other one is still under way.
        int failed = sooner == asked ? 0 : 1;
        if (sooner.Exception?.InnerException is { } why && FailureKinds.Of(why) != FailureKind.OfTheCall)
        {
            _board.Failed(order[failed], why, FailureKinds.Of(why));
            return await RestAsync(call, order, failed == 0 ? 1 : 0, later, options, cancellationToken).ConfigureAwait(false);
        }

        await (sooner == asked ? second : first).CancelAsync().ConfigureAwait(false);
        Forget(later);
        return await sooner.ConfigureAwait(false);
    }

    private async Task<TResponse> RestAsync<TRequest, TResponse>(
        BedrockCall<TRequest, TResponse> call, PlaceRound order, int at, Task<TResponse> underWay, InvokeOptions? options, CancellationToken cancellationToken)
    {
        for (int i = at; ; i++)
        {
            try
            {
                return await (i == at ? underWay : AskAsync(call, order[i], options, cancellationToken)).ConfigureAwait(false);
            }
            catch (Exception e) when (GoesOn(e, order, i))
            {
                // The next place.
            }
        }
    }

    // Its failure is nobody's any more.
    private static void Forget(Task left) => _ = left.ContinueWith(static ended => _ = ended.Exception, CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    /// <summary>Whether a failure at one place of the order lets the call go on at the next.</summary>
    private bool GoesOn(Exception failure, PlaceRound order, int at)
    {
        FailureKind kind = FailureKinds.Of(failure);
        if (kind == FailureKind.OfTheCall)
        {
            return false;
        }

        _board.Failed(order[at], failure, kind);
        failure.Data["Bedrock.Place"] = _board.PlaceAt(order[at]).Name;
        if (!order.HasNext(at, kind) || (kind == FailureKind.Doubtful && !_board.TryDouble()))
        {
            return false;
        }

        string from = _board.PlaceAt(order[at]).Name;
        string to = _board.PlaceAt(order[at + 1]).Name;
        Instruments.Failovers.Add(1, new("bedrock.failover.from", from), new("bedrock.failover.to", to), new("error.type", failure.GetType().Name));
        Activity.Current?.AddEvent(new ActivityEvent("bedrock.failover",
            tags: new() { ["bedrock.failover.from"] = from, ["bedrock.failover.to"] = to, ["error.type"] = failure.GetType().Name }));
        return true;
    }

    private void Name(int index) => Activity.Current?.SetTag("bedrock.failover.place", _board.PlaceAt(index).Name);
}
