using System.Net.Http.Headers;
using Bedrock.Toolkit.Costs;
using Bedrock.Toolkit.Diagnostics;
using Bedrock.Toolkit.Throttling;

namespace Bedrock.Toolkit.Transport;

/// <summary>An answer whose headers are in and whose body is still to be read. Disposing it closes what is left of the body; it may come from
/// anywhere, and counts once.</summary>
internal sealed class OpenAnswer : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly CallClock _clock;
    private readonly ConnectionSlot _slot;
    private readonly Route _route;
    private readonly bool _isDirect;
    private PooledBuffer? _body;
    private BodyStream? _stream;
    private int _isDisposed;

    public OpenAnswer(HttpResponseMessage response, ApiCall call, CallClock clock, Route route, int attempts, ConnectionSlot slot, bool isDirect)
    {
        _response = response;
        _clock = clock;
        _slot = slot;
        Call = call;
        _route = route;
        _isDirect = isDirect;
        Metadata = AnswerHeaders.ReadMetadata(response, attempts);
    }

    public ApiCall Call { get; }

    /// <summary>The tokens to settle when the answer is closed; null without a governor.</summary>
    public TokenReservation? Reservation { get; set; }

    /// <summary>What to charge when the answer is closed; null without a budget.</summary>
    public CallSpend? Spend { get; set; }

    /// <summary>The span and the measurements to end when the answer is closed; null when nobody listens.</summary>
    public CallTelemetry? Telemetry { get; set; }

    /// <summary>The host that answers.</summary>
    public string Host => _route.Host;

    public BedrockResponseMetadata Metadata { get; }

    public CallFacts Facts => Call.Facts(_route.Region, Metadata.Attempts, Metadata.RequestId);

    public MediaTypeHeaderValue? ContentType => _response.Content.Headers.ContentType;

    /// <summary>The content type without its parameters; null when there is none that can be read.</summary>
    public string? MediaType => _response.Content.Headers.NonValidated.TryGetValues("Content-Type", out HeaderStringValues values)
        && values is { Count: 1 } && values.ToString() is ("application/json" or StreamingCall.EventStreamType) and var usual
        ? usual
        : ContentType?.MediaType;

    /// <summary>Whether somebody wants to know the tokens of the call.</summary>
    public bool IsCounted => Reservation is not null || Spend is not null || Telemetry is not null;

    /// <summary>The whole body, once <see cref="UnaryAnswer.ReadBodyAsync"/> has read it; goes with the answer.</summary>
    public PooledBuffer Body
    {
        get => _body ?? throw new InvalidOperationException("The body has not been read.");
        set => _body = value;
    }

    public long? ContentLength => _response.Content.Headers.ContentLength;

    /// <summary>The limits of the call, for whoever reads <see cref="OpenAsync"/>.</summary>
    public CallClock Clock => _clock;

    /// <summary>The body as it comes; content of .NET's own is open already and needs no task.</summary>
    public ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) => _isDirect
        ? new(_response.Content.ReadAsStream(cancellationToken))
        : new(_response.Content.ReadAsStreamAsync(cancellationToken));

    /// <summary>The body, read under the idle limit.</summary>
    public async ValueTask<Stream> OpenBodyAsync(CancellationToken cancellationToken) =>
        _stream = new BodyStream(await OpenAsync(cancellationToken).ConfigureAwait(false), _clock, Call.Time, Call.IdleTimeout);

    /// <summary>Gives the rest of the body so much time in all.</summary>
    public void EndWithin(TimeSpan limit) => _stream?.EndWithin(limit);

    /// <summary>A protocol error that knows its call.</summary>
    public BedrockProtocolException Unreadable(string message, Exception? inner = null, string? jsonPath = null, long? byteOffset = null)
    {
        var exception = new BedrockProtocolException(Call.Secrets.Mask(message), inner) { JsonPath = jsonPath, ByteOffset = byteOffset };
        exception.AddContext(Facts.Operation, Facts.ModelId, Facts.RequestId, Facts.Attempts, null);
        return exception;
    }

    /// <summary>Takes what the end of a stream says of its tokens.</summary>
    public void Report(BedrockResponseMetadata? metadata)
    {
        Reservation?.Report(metadata);
        Spend?.Report(TokenUsage.From(null, metadata), metadata?.ServiceTier);
        Telemetry?.Answered(metadata);
    }

    /// <summary>Takes what a whole answer, whose body is still there, says of its tokens; nothing can go wrong with the call any more.</summary>
    public void Finish(TokenUsage? usage, BedrockServiceTier? tier)
    {
        Reservation?.Report(usage);
        Spend?.Report(usage, tier);
        Telemetry?.Answered(Metadata, Body.WrittenSpan, usage);
        Finish(failure: null);
    }

    /// <summary>Takes how the reading ended. An answer that is closed without it was left early.</summary>
    public void Finish(Exception? failure) => Telemetry?.End(failure);

    /// <summary>Breaks the body off under whoever reads it; the answer still has to be disposed.</summary>
    public void Break() => _response.Dispose();

    /// <summary>Closes the answer of an attempt that failed; the call goes on.</summary>
    public void Discard()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            Close();
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
        {
            return;
        }

        if (_body is null)
        {
            // Whoever still reads the body ends now.
            _clock.Abort();
        }

        Close();
        if (_isDirect && _body is not null && _response.RequestMessage is { } request)
        {
            RequestFactory.GiveBack(request, Call, _route);
        }

        _clock.Dispose();
        if (Reservation is { Usage: null })
        {
            Reservation.Report(Metadata);
        }

        Reservation?.Dispose();
        Spend?.Settle(Metadata);
        Telemetry?.End(failure: null, isWhole: false);
    }

    private void Close()
    {
        _body?.Dispose();
        _response.Dispose();
        _slot.Dispose();
    }
}
