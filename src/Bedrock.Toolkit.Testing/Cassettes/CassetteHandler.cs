using System.Net.Http.Headers;
using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing.Cassettes;

/// <summary>Stands below a real client: plays what is on the cassette, lets the rest through and records it. Thread-safe.</summary>
internal sealed class CassetteHandler : HttpMessageHandler
{
    private readonly Cassette _cassette;
    private readonly HttpMessageInvoker? _inner;

    public CassetteHandler(Cassette cassette, HttpMessageHandler? inner)
    {
        _cassette = cassette;
        _inner = inner is not null || cassette.Records ? new HttpMessageInvoker(inner ?? new SocketsHttpHandler { AllowAutoRedirect = false }) : null;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ReceivedRequest received = await HttpMessages.ReceiveAsync(request, cancellationToken).ConfigureAwait(false);
        var scope = new ScrubScope([.. SecretsOf(received)]);
        EpisodeRequest wanted = EpisodeRequest.From(received, _cassette.Scrubber, scope);
        if (_cassette.Find(wanted) is { } episode)
        {
            return await PlayAsync(episode, request, cancellationToken).ConfigureAwait(false);
        }

        if (!_cassette.Records || _inner is null)
        {
            throw HttpMessages.AsItIs(_cassette.Mismatch(wanted));
        }

        long start = _cassette.Time.GetTimestamp();
        HttpResponseMessage response = await _inner.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var recording = new EpisodeRecording(_cassette, wanted, scope, response, _cassette.Time.GetElapsedTime(start));
        return await recording.BeginAsync(response, cancellationToken).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner?.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<HttpResponseMessage> PlayAsync(Episode episode, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_cassette.KeepsPauses && episode.After > TimeSpan.Zero)
        {
            await Task.Delay(episode.After, _cassette.Time, cancellationToken).ConfigureAwait(false);
        }

        return HttpMessages.ToResponse(episode.ToAnswer(_cassette.Time, _cassette.KeepsPauses), request, _cassette.Time);
    }

    // The secret key itself never comes here; what does must not be written wherever it stands.
    private static IEnumerable<string> SecretsOf(ReceivedRequest request)
    {
        if (request.Header("x-amz-security-token") is { Length: > 0 } token)
        {
            yield return token;
        }

        if (request.Header("Authorization") is not { } header)
        {
            yield break;
        }

        if (AuthorizationHeader.TryParse(header, out AuthorizationHeader? signed))
        {
            yield return signed.AccessKeyId;
            yield return signed.Signature;
        }
        else if (AuthenticationHeaderValue.TryParse(header, out AuthenticationHeaderValue? value) && value.Parameter is { Length: > 0 } key)
        {
            yield return key;
        }
    }
}
