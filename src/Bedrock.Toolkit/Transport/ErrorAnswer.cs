using Bedrock.Toolkit.Errors;

namespace Bedrock.Toolkit.Transport;

/// <summary>Reads an error answer, bounded, into the exception for it.</summary>
internal static class ErrorAnswer
{
    /// <summary>What is read of an error body at most; the rest is not waited for.</summary>
    private const int MostBytes = 64 * 1024;

    public static async Task<BedrockException> ReadAsync(
        HttpResponseMessage response, ApiCall call, CallClock clock, string region, int attempt, DateTimeOffset now)
    {
        string? requestId = AnswerHeaders.Text(response.Headers, "x-amzn-RequestId");
        int status = (int)response.StatusCode;
        if (status is >= 300 and < 400)
        {
            var redirect = new BedrockProtocolException($"The server answered HTTP {status}; redirects are never followed, because they would carry credentials to another address.");
            redirect.AddContext(call.Operation, call.ModelId, requestId, attempt, null);
            return redirect;
        }

        byte[] body = await ReadBodyAsync(response, call, clock).ConfigureAwait(false);
        ServiceError error = ServiceError.Parse(
            status,
            AnswerHeaders.Text(response.Headers, "x-amzn-errortype"),
            body,
            AnswerHeaders.RetryAfter(response.Headers, now));
        return ServiceErrorMapper.ToException(error, call.Facts(region, attempt, requestId));
    }

    private static async Task<byte[]> ReadBodyAsync(HttpResponseMessage response, ApiCall call, CallClock clock)
    {
        byte[] buffer = new byte[MostBytes];
        int length = 0;
        try
        {
            using var body = new BodyStream(
                await response.Content.ReadAsStreamAsync(clock.Token).ConfigureAwait(false), clock, call.IdleTimeout);
            length = await body.ReadAtLeastAsync(buffer, MostBytes, throwOnEndOfStream: false, clock.Caller).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or BedrockTimeoutException)
        {
            // The status and the headers already say what happened: a body that breaks off or stalls only takes the server's wording away.
            return buffer[..length];
        }

        return buffer[..length];
    }
}
