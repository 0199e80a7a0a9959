using Amazon.Runtime;
using Bedrock.Toolkit.Diagnostics;
using Bedrock.Toolkit.Errors;

namespace Bedrock.Toolkit.Transport;

internal sealed partial class HttpTransport
{
    private async Task<OpenAnswer> AttemptAsync(
        ApiCall call, Route route, Identity identity, AttemptFacts attempt, Func<OpenAnswer, CancellationToken, Task> read, CancellationToken cancellationToken)
    {
        var clock = new CallClock(_options.TimeProvider, call.OverallTimeout, attempt.Start, _options.ConnectTimeout, cancellationToken);
        OpenAnswer? answer = null;
        bool succeeded = false;
        try
        {
            answer = await OpenAsync(call, route, identity, attempt, clock).ConfigureAwait(false);
            await read(answer, cancellationToken).ConfigureAwait(false);
            succeeded = true;
            return answer;
        }
        catch (BedrockException e) when (answer is not null)
        {
            e.AddContext(answer.Facts.Operation, answer.Facts.ModelId, answer.Facts.RequestId, answer.Facts.Attempts, null);
            throw;
        }
        catch (OperationCanceledException) when (_disposed && !clock.Token.IsCancellationRequested)
        {
            // Disposing our own HTTP client cancels what it sends.
            throw new ObjectDisposedException(typeof(BedrockClient).FullName, "The client was disposed during the call.");
        }
        catch (OperationCanceledException e)
        {
            throw clock.Explain(e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw HttpHandlers.ToException(e, route.Host, route.Region);
        }
        finally
        {
            if (!succeeded)
            {
                answer?.Dispose();
                clock.Dispose();
            }
        }
    }

    /// <summary>Signs, sends, and waits for the headers of a success; an error answer is thrown.</summary>
    private async Task<OpenAnswer> OpenAsync(ApiCall call, Route route, Identity identity, AttemptFacts attempt, CallClock clock)
    {
        clock.Arm(BedrockTimeoutKind.FirstByte, call.FirstByteTimeout);
        using HttpRequestMessage request = RequestFactory.Create(call, route, attempt, _options);
        Uri sent = request.RequestUri!;
        TimeSpan signedFor = route.Skew.Current;
        ImmutableCredentials? credentials = await AuthenticateAsync(request, call, route, identity, signedFor, clock.Token).ConfigureAwait(false);
        Log.Sending(_logger, call.Operation, Shown(call), attempt.Number, route.Host, call.Body.Bytes.Length);

        long sentAt = _options.TimeProvider.GetTimestamp();
        HttpResponseMessage? response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, clock.Token).ConfigureAwait(false);
        try
        {
            clock.Disarm();
            TimeSpan? skew = route.Skew.Observe(response.Headers, _options.TimeProvider.GetUtcNow(), _options.TimeProvider.GetElapsedTime(sentAt));
            if (!response.IsSuccessStatusCode)
            {
                DateTimeOffset serverTime = _options.TimeProvider.GetUtcNow() + route.Skew.Current;
                BedrockException error = await ErrorAnswer.ReadAsync(response, call, clock, route.Region, attempt.Number, serverTime).ConfigureAwait(false);
                if (credentials is not null)
                {
                    TakeHint(error, identity, credentials, skew - signedFor, attempt.MayRenewCredentials);
                }

                throw error;
            }

            RefuseForeignAnswer(response, sent, call);
            var answer = new OpenAnswer(response, clock, call, route, attempt.Number);
            response = null;
            Log.Answered(_logger, call.Operation, Shown(call), answer.Metadata.StatusCode, attempt.Number, call.Body.Bytes.Length, answer.Metadata.RequestId);
            return answer;
        }
        finally
        {
            response?.Dispose();
        }
    }

    /// <summary>Finds out whether a refused signature would be taken when it is made anew.</summary>
    private void TakeHint(BedrockException error, Identity identity, ImmutableCredentials used, TimeSpan? off, bool mayRenew)
    {
        string? code = (error as BedrockServiceException)?.ErrorCode?.Value;
        if (off?.Duration() > ClockSkew.Threshold && ClockSkew.IsSkewCode(code))
        {
            Log.ClockCorrected(_logger, off.Value);
            error.RetryHint = RetryHint.ClockSkew;
        }
        else if (mayRenew && !string.IsNullOrEmpty(used.Token) && IsExpiry(code))
        {
            identity.Credentials!.Reject(used);
            Log.CredentialsRejected(_logger, code!);
            error.RetryHint = RetryHint.RejectedCredentials;
        }
    }

    private static bool IsExpiry(string? code) =>
        code is "ExpiredToken" or "ExpiredTokenException" or "UnrecognizedClientException" or "InvalidClientTokenId";

    /// <summary>Adds who sends the request; gives the credentials that it was signed with, null for an API key.</summary>
    private async ValueTask<ImmutableCredentials?> AuthenticateAsync(
        HttpRequestMessage request, ApiCall call, Route route, Identity identity, TimeSpan skew, CancellationToken cancellationToken)
    {
        if (identity.ApiKey is { } apiKey)
        {
            RefuseKeyInTheClear(request.RequestUri!);
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + apiKey);
            return null;
        }

        ImmutableCredentials? credentials;
        try
        {
            // Asked for again on every attempt: the provider caches, and hands out new ones before the old expire.
            credentials = await identity.Credentials!.GetAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new BedrockAuthenticationException("The credentials provider failed: " + e.GetType().Name + ".", e);
        }

        if (credentials is null)
        {
            throw new BedrockAuthenticationException("The credentials provider gave no credentials.");
        }

        route.Signer.Apply(request, credentials, call.Body.Bytes.Span, _options.TimeProvider.GetUtcNow() + skew);
        return credentials;
    }

    private void RefuseKeyInTheClear(Uri uri)
    {
        bool allowed = uri.Scheme == Uri.UriSchemeHttps || (uri.IsLoopback && _options.AllowApiKeyOverHttpLoopback);
        if (!allowed)
        {
            throw new BedrockAuthenticationException(
                "An API key is refused over plain http: use https, or for a loopback address set BedrockClientOptions.AllowApiKeyOverHttpLoopback.");
        }
    }

    private static void RefuseForeignAnswer(HttpResponseMessage response, Uri sent, ApiCall call)
    {
        // HttpClient writes the address of a followed redirect into the very request object, so it is compared with what was sent.
        if (response.RequestMessage?.RequestUri is { } answered && answered != sent)
        {
            throw new BedrockProtocolException(
                "A redirect was followed: set AllowAutoRedirect = false on the handler of the HttpClient, because a redirect carries credentials to another address.");
        }

        if (response.Content.Headers.ContentEncoding.Any(e => !e.Equals("identity", StringComparison.OrdinalIgnoreCase)))
        {
            throw new BedrockProtocolException($"The answer of {call.Operation} has the content encoding {string.Join(", ", response.Content.Headers.ContentEncoding)}, which was not asked for.");
        }
    }
}
