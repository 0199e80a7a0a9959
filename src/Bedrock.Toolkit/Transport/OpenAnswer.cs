using System.Net.Http.Headers;
using Bedrock.Toolkit.Serialization;
using Bedrock.Toolkit.Errors;
using Bedrock.Toolkit.Throttling;

namespace Bedrock.Toolkit.Transport;

/// <summary>An answer whose headers are in and whose body is still to be read. Disposing it closes what is left of the body.</summary>
internal sealed class OpenAnswer : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly CallClock _clock;
    private PooledBuffer? _body;

    public OpenAnswer(HttpResponseMessage response, CallClock clock, ApiCall call, Route route, int attempts)
    {
        _response = response;
        _clock = clock;
        Call = call;
        Host = route.Host;
        Metadata = AnswerHeaders.ReadMetadata(response, attempts);
        Facts = call.Facts(route.Region, attempts, Metadata.RequestId);
    }

    public ApiCall Call { get; }

    /// <summary>The tokens to settle when the answer is closed; null without a governor.</summary>
    public TokenReservation? Reservation { get; set; }

    /// <summary>The host that answers.</summary>
    public string Host { get; }

    public BedrockResponseMetadata Metadata { get; }

    public CallFacts Facts { get; }

    public MediaTypeHeaderValue? ContentType => _response.Content.Headers.ContentType;

    /// <summary>The whole body, once <see cref="UnaryAnswer.ReadBodyAsync"/> has read it; goes with the answer.</summary>
    public PooledBuffer Body
    {
        get => _body ?? throw new InvalidOperationException("The body has not been read.");
        set => _body = value;
    }

    public long? ContentLength => _response.Content.Headers.ContentLength;

    /// <summary>The body, read under the idle limit.</summary>
    public async Task<Stream> OpenBodyAsync(CancellationToken cancellationToken)
    {
        Stream inner = await _response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return new BodyStream(inner, _clock, Call.IdleTimeout);
    }

    /// <summary>A protocol error that knows its call.</summary>
    public BedrockProtocolException Unreadable(string message, Exception? inner = null, string? jsonPath = null, long? byteOffset = null)
    {
        var exception = new BedrockProtocolException(message, inner) { JsonPath = jsonPath, ByteOffset = byteOffset };
        exception.AddContext(Facts.Operation, Facts.ModelId, Facts.RequestId, Facts.Attempts, null);
        return exception;
    }

    public void Dispose()
    {
        _body?.Dispose();
        _response.Dispose();
        _clock.Dispose();
        if (Reservation is { Usage: null })
        {
            Reservation.Report(Metadata);
        }

        Reservation?.Dispose();
    }
}
