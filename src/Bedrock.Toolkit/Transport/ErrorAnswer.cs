namespace Bedrock.Toolkit.Transport;

/// <summary>Reads an error answer, bounded, into the exception for it.</summary>
internal static class ErrorAnswer
{
    /// <summary>The header that names an error; where it is, the answer is one, whatever its status.</summary>
    public const string TypeHeader = "x-amzn-errortype";

    private const int ProxyWantsSignIn = 407;

    /// <summary>What is read of an error body at most; the rest is not waited for.</summary>
    private const int MaxBytes = 64 * 1024;

    // The status and the headers say already what happened: the server's wording is worth no long wait.
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(5);

    public static async Task<BedrockException> ReadAsync(
        HttpResponseMessage response, ApiCall call, CallClock clock, string region, int attempt, DateTimeOffset now)
    {
        string? requestId = AnswerHeaders.Text(response.Headers, "x-amzn-RequestId");
        int status = (int)response.StatusCode;
        if (status < 200 || (status is >= 300 and < 400))
        {
            var foreign = new BedrockProtocolException(Describe(status));
            foreign.AddContext(call.Operation, call.ModelId, requestId, attempt, null);
            return foreign;
        }

        if (status == ProxyWantsSignIn)
        {
            // Not Bedrock's words but a proxy's, and what it repeats of its caller is none of an exception's business.
            var refused = new ServiceError { StatusCode = status, Message = "a proxy on the way wants a sign-in: give the proxy credentials." };
            return ServiceErrorMapper.ToException(refused, call.Facts(region, attempt));
        }

        byte[] body = await ReadBodyAsync(response, call, clock).ConfigureAwait(false);
        ServiceError error = ServiceError.Parse(
            status,
            AnswerHeaders.Text(response.Headers, TypeHeader),
            body,
            AnswerHeaders.RetryAfter(response.Headers, now));
        return ServiceErrorMapper.ToException(error, call.Facts(region, attempt, requestId));
    }

    private static string Describe(int status) => status switch
    {
        300 or 301 or 302 or 303 or 307 or 308 =>
            $"The server answered HTTP {status}; redirects are never followed, because they would carry credentials to another address.",
        304 => "The server or a cache answered HTTP 304 (not modified), although no request asks for that: no cache may stand between the client and Bedrock.",
        101 => "The server or a proxy answered HTTP 101 (switching protocols), although no request asks for that.",
        _ => $"The server answered HTTP {status}, which is no answer to this request.",
    };

    private static async Task<byte[]> ReadBodyAsync(HttpResponseMessage response, ApiCall call, CallClock clock)
    {
        byte[] buffer = new byte[MaxBytes];
        int length = 0;
        try
        {
            using var body = new BodyStream(
                await response.Content.ReadAsStreamAsync(clock.Token).ConfigureAwait(false), clock, call.Time, call.IdleTimeout);
            body.EndWithin(MaxTime);
            CancellationToken caller = clock.Caller;
            int read;
            while (length < MaxBytes && (read = await body.ReadAsync(buffer.AsMemory(length), caller).ConfigureAwait(false)) > 0)
            {
                length += read;
            }
        }
        catch (Exception e) when (NetworkFault.Is(e) || e is BedrockTimeoutException)
        {
            // A body that breaks off, stalls or drips only takes the server's wording away.
            return buffer[..length];
        }

        return buffer[..length];
    }
}
