using Bedrock.Toolkit.Diagnostics;

namespace Bedrock.Toolkit.Transport;

internal sealed partial class AttemptSender
{
    /// <summary>Signs, sends, and waits for the headers of a success; an error answer is thrown.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<OpenAnswer> OpenAsync(ApiCall call, Route route, AttemptFacts attempt, CallClock clock)
    {
        clock.Arm(BedrockTimeoutKind.FirstByte, call.FirstByteTimeout);

        // Asked for again on every attempt: the provider caches, and hands out new ones before the old expire.
        Caller caller = await transport.Identity.GetAsync(clock.Token).ConfigureAwait(false);
        call.Caller = caller;
        HttpRequestMessage request = RequestFactory.Create(call, route, attempt, clock, _options);
        Uri sent = request.RequestUri!;
        ConnectionSlot slot = await transport.Pool.EnterAsync(call, clock, _options).ConfigureAwait(false);
        HttpResponseMessage? response = null;
        bool isUnderWay = false;
        int sendsBefore = call.Body.Sends;
        try
        {
            TimeSpan signedFor = route.Skew.Current;
            Authenticate(request, call, route, caller, signedFor);
            Log.Sending(logger, call.Operation, transport.Shown(call), attempt.Number, route.Host, call.Body.Bytes.Length);
            long sentAt = call.Time.GetTimestamp();
            isUnderWay = true;
            using (transport.Pool.End.UnsafeRegister(static running => ((CallClock)running!).Abort(), clock))
            {
                Task<HttpResponseMessage> sending = transport.Pool.Http is HttpClient client
                    ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, clock.Token)
                    : transport.Pool.Http.SendAsync(request, clock.Token);
                response = await sending.ConfigureAwait(false) ?? throw new InvalidOperationException("The HTTP handler gave no response.");
            }

            isUnderWay = false;
            clock.Disarm();
            bool isError = !response.IsSuccessStatusCode || response.Headers.NonValidated.Contains(ErrorAnswer.TypeHeader);
            TimeSpan? skew = route.Skew.Observe(response.Headers, call.Time.GetUtcNow(), call.Time.GetElapsedTime(sentAt));
            if (isError)
            {
                DateTimeOffset serverTime = call.Time.GetUtcNow() + route.Skew.Current;
                BedrockException error = await ErrorAnswer.ReadAsync(response, call, clock, route.Region, attempt.Number, serverTime).ConfigureAwait(false);
                TakeHint(error, route, caller, skew - signedFor);
                throw error;
            }

            RefuseForeignAnswer(response, sent, call);
            var answer = new OpenAnswer(response, call, clock, route, attempt.Number, slot, transport.Pool.IsDirect);
            response = null;
            slot = default;
            Log.Answered(logger, call.Operation, transport.Shown(call), answer.Metadata.StatusCode, attempt.Number, call.Body.Bytes.Length,
                answer.Metadata.RequestId);
            return answer;
        }
        catch (HttpRequestException e) when (isUnderWay && clock.Token.IsCancellationRequested)
        {
            // What a cancelled request breaks with is no fault of the network.
            throw new OperationCanceledException(e.Message, e, clock.Token);
        }
        catch (Exception e) when (isUnderWay && ProgramFault.IsForeign(e) && !NetworkFault.Is(e))
        {
            throw new BedrockConnectionException($"No answer from {route.Host}: the HTTP handler failed with {e.GetType().Name}.", e)
            {
                Host = route.Host,
                IsTransient = NetworkFault.MayPass(e),
            };
        }
        finally
        {
            response?.Dispose();
            slot.Dispose();
            if (!transport.Pool.IsDirect)
            {
                // A handler of the host may keep it; .NET's own may have it once more.
                request.Dispose();
            }

            if (call.Body.Sends - sendsBefore is > 1 and int sends)
            {
                transport.ReportRepeats(call, sends);
            }
        }
    }

    /// <summary>Finds out whether a refusal would end otherwise under another identity or at another time.</summary>
    private void TakeHint(BedrockException error, Route route, in Caller used, TimeSpan? off)
    {
        string? code = (error as BedrockServiceException)?.ErrorCode?.Value;
        if (used.Credentials is null)
        {
            return;
        }

        if (off?.Duration() > ClockSkew.Threshold && ClockSkew.IsSkewCode(code))
        {
            Log.ClockCorrected(logger, off.Value);
            error.RetryHint = RetryHint.ClockSkew;
        }
        else if (IsExpiry(code) && transport.Identity.Reject(used))
        {
            Log.CredentialsRejected(logger, code!);
            error.RetryHint = RetryHint.RejectedCredentials;
        }
    }

    internal static bool IsExpiry(string? code) =>
        code is "ExpiredToken" or "ExpiredTokenException" or "UnrecognizedClientException" or "InvalidClientTokenId";

    /// <summary>Adds who sends the request.</summary>
    private void Authenticate(HttpRequestMessage request, ApiCall call, Route route, in Caller caller, TimeSpan skew)
    {
        if (caller.ApiKey is { } apiKey)
        {
            RefuseKeyInTheClear(request.RequestUri!);
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + apiKey);
            return;
        }

        route.Signer.Apply(request, caller.Credentials!, call.Body.Bytes.Span, call.Time.GetUtcNow() + skew, transport.Pool.IsDirect);
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
                "A redirect was followed: set AllowAutoRedirect = false on the handler of the HttpClient, "
                + "because a redirect carries credentials to another address.");
        }

        if (response.Content.Headers.NonValidated.Contains("Content-Encoding")
            && response.Content.Headers.ContentEncoding.Any(e => !e.Equals("identity", StringComparison.OrdinalIgnoreCase)))
        {
            throw new BedrockProtocolException(
                call.Secrets.Mask(
                    $"The answer of {call.Operation} has the content encoding {string.Join(", ", response.Content.Headers.ContentEncoding)}, "
                    + "which was not asked for."));
        }
    }
}
