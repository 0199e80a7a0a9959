namespace Bedrock.Toolkit.Transport;

/// <summary>Makes the HTTP request of one attempt, all but who sends it.</summary>
internal static class RequestFactory
{
    private const int MostIdle = 256;

    // What nearly every request says, by the most attempts that a call may have.
    private static readonly string[] FirstOf = [.. Enumerable.Range(0, 21).Select(max => $"attempt=1; max={max}")];

    public static HttpRequestMessage Create(ApiCall call, Route route, in AttemptFacts attempt, CallClock clock, BedrockClientOptions options)
    {
        Uri uri = route.UriOf(call.Path, call.Query);
        HttpRequestMessage? request = null;
        if (IsUsual(call) && !attempt.IsFresh && route.Idle.TryDequeue(out request))
        {
            request.RequestUri = uri;
            call.Body.MoveInto(request.Content!);
        }

        request ??= New(call, uri, attempt.IsFresh);
        foreach ((string name, string value) in call.Headers.AsSpan())
        {
            // .NET keeps the headers that describe a body apart and refuses them among the others.
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        request.Headers.TryAddWithoutValidation("User-Agent", LibraryVersion.UserAgent);
        request.Headers.TryAddWithoutValidation("amz-sdk-invocation-id", attempt.InvocationId);
        request.Headers.TryAddWithoutValidation("amz-sdk-request", RequestHeader(call, route, attempt, clock, options));
        LambdaTrace.Apply(request, route);
        return request;
    }

    /// <summary>Keeps a request for another call: an eighth of what a call would allocate. Its answer was read to the end, and only .NET's own handler,
    /// which then has let go of it, has seen it.</summary>
    public static void GiveBack(HttpRequestMessage request, ApiCall call, Route route)
    {
        if (IsUsual(call) && call.Body.IsAtRest && request is not FreshConnectionRequest && route.Idle.Count < MostIdle)
        {
            // Also what the handler has added, such as a trace.
            request.Headers.Clear();
            RequestBody.MoveOutOf(request.Content!);
            route.Idle.Enqueue(request);
        }
    }

    private static bool IsUsual(ApiCall call) =>
        call.Headers == InvokeHeaders.Usual && call.Method == HttpMethod.Post && call.ContentType == "application/json";

    private static HttpRequestMessage New(ApiCall call, Uri uri, bool isFresh)
    {
        HttpRequestMessage request = isFresh ? new FreshConnectionRequest(call.Method, uri) : new HttpRequestMessage(call.Method, uri);
        if (call.Body.Bytes.Length > 0 || call.Method == HttpMethod.Post || call.Method == HttpMethod.Put)
        {
            request.Content = call.Body.ToContent();
            if (call.ContentType is { } contentType)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            }
        }

        return request;
    }

    /// <summary>Which attempt this is, of how many, and until when the answer is of use when the call has a limit.</summary>
    private static string RequestHeader(ApiCall call, Route route, in AttemptFacts attempt, CallClock clock, BedrockClientOptions options)
    {
        int max = Math.Max(call.MaxAttempts ?? options.MaxAttempts, attempt.Number);
        if (clock.Left is not { } left)
        {
            return attempt.Number == 1 && max < FirstOf.Length ? FirstOf[max] : $"attempt={attempt.Number}; max={max}";
        }

        DateTime end = (options.TimeProvider.GetUtcNow() + route.Skew.Current + left).UtcDateTime;
        return string.Create(CultureInfo.InvariantCulture, $"attempt={attempt.Number}; max={max}; ttl={end:yyyyMMdd'T'HHmmss'Z'}");
    }
}
