using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Bedrock.Toolkit.EventStreams;

namespace Bedrock.Toolkit.Tests.Simulation;

/// <summary>The adversary: stands below a real client, answers as the history says, and notes whatever must not be. Thread-safe.</summary>
internal sealed class SimulatedService(History history, VirtualTime time, ConcurrentQueue<string> broken) : HttpMessageHandler
{
    /// <summary>The header that tells which call a request belongs to, whatever its body holds.</summary>
    public const string CallHeader = "x-own-call";

    private readonly ConcurrentDictionary<int, int> _requests = new();
    private readonly ConcurrentDictionary<int, int> _answered = new();
    private readonly ConcurrentDictionary<int, bool> _ended = new();
    private readonly ConcurrentQueue<SimulatedBody> _bodies = new();

    /// <summary>Which generation of credentials is taken; older ones are refused.</summary>
    public int Generation { get; set; } = 1;

    public static string PromptOf(int call) => $"prompt-of-call-{call}-" + new string((char)('a' + (call % 26)), 40 + call);

    public static string AnswerOf(int call) => $"answer-of-call-{call}";

    /// <summary>How many requests a call made that were refused for neither its identity nor its time.</summary>
    public int RequestsOf(int call) => _answered.GetValueOrDefault(call);

    /// <summary>Takes that a call has ended: nothing may be sent for it from now on.</summary>
    public void End(int call) => _ended[call] = true;

    /// <summary>Notes every answer that was never closed.</summary>
    public void CheckBodies()
    {
        foreach (SimulatedBody body in _bodies)
        {
            if (body.Closed == 0)
            {
                broken.Enqueue($"an answer of call {body.Call} was never closed");
            }
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int call = int.Parse(request.Headers.NonValidated[CallHeader].ToString(), CultureInfo.InvariantCulture);
        SimulatedCall plan = history.Calls[call];
        int number = _requests.AddOrUpdate(call, 1, static (_, before) => before + 1);
        var random = new Random(HashCode.Combine(plan.Salt, number));
        Fault fault = number <= plan.Faults.Length ? plan.Faults[number - 1] : Fault.None;

        // A handler between the client and the network takes its time before it looks at the body.
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 300)), time, cancellationToken).ConfigureAwait(false);
        if (_ended.ContainsKey(call))
        {
            broken.Enqueue($"call {call} sent a request after its end");
        }

        // Who gives the request up does not wait for what is still being written.
        string text = await ReadAsync(request.Content!, call, plan, random).WaitAsync(cancellationToken).ConfigureAwait(false);
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 300)), time, cancellationToken).ConfigureAwait(false);
        HttpResponseMessage? refused = Refuse(request);
        if (refused is null)
        {
            _answered.AddOrUpdate(call, 1, static (_, before) => before + 1);
        }

        HttpResponseMessage response = refused ?? await AnswerAsync(request, call, plan, fault, random, text, cancellationToken).ConfigureAwait(false);
        response.RequestMessage = request;
        return response;
    }

    private async Task<string> ReadAsync(HttpContent content, int call, SimulatedCall plan, Random random)
    {
        using var wire = new SlowWire(time, TimeSpan.FromMilliseconds(random.Next(0, 300)));
        await content.CopyToAsync(wire, CancellationToken.None).ConfigureAwait(false);
        string text = Encoding.UTF8.GetString(wire.ToArray());
        bool isOwn = plan.Kind == CallKind.EmbedMany ? text.StartsWith("{\"inputText\":\"item ", StringComparison.Ordinal)
            : text == $$"""{"prompt":"{{PromptOf(call)}}"}""";
        if (!isOwn)
        {
            broken.Enqueue($"call {call} sent bytes that are not its own: {text[..Math.Min(60, text.Length)]}");
        }

        return text;
    }

    private HttpResponseMessage? Refuse(HttpRequestMessage request)
    {
        string authorization = request.Headers.NonValidated["Authorization"].ToString();
        int generation = int.Parse(authorization.Split("Credential=KEY")[1].Split('/')[0], CultureInfo.InvariantCulture);
        DateTime signed = DateTime.ParseExact(request.Headers.NonValidated["x-amz-date"].ToString(), "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
        return (signed - time.TrueTime.UtcDateTime).Duration() > TimeSpan.FromMinutes(5) ? Error(403, "InvalidSignatureException", "Signature expired")
            : generation < Generation ? Error(403, "ExpiredTokenException", "The security token included in the request is expired")
            : null;
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, int call, SimulatedCall plan, Fault fault, Random random, string text,
        CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case Fault.Status503: return Error(503, "ServiceUnavailableException", "busy");
            case Fault.Throttled: return Error(429, "ThrottlingException", "slow down");
            case Fault.ErrorWithStatus200: return Error(200, "InternalServerException", "wrong status");
            case Fault.QuotesTheCaller: return Error(403, "SignatureDoesNotMatch",
                $"You sent {request.Headers.NonValidated["x-amz-security-token"]} and {request.Headers.NonValidated["Authorization"]}. The Canonical String for this request should have been 'x'");
            case Fault.NoAnswer: throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
            case Fault.HandlerFails: throw new InvalidOperationException("a circuit is open");
            case Fault.HandlerGivesUp: throw new TaskCanceledException("given up");
            case Fault.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken).ConfigureAwait(false);
                break;
            case Fault.HtmlWithAWrongDate:
                HttpResponseMessage page = Of(502, "text/html", [new("<html>gateway</html>"u8.ToArray(), 0)], call);
                page.Headers.Remove("x-amzn-RequestId");
                page.Headers.Date = time.TrueTime.AddHours(-3);
                return page;
            case Fault.DrippingError:
                return Of(500, "application/json", [.. Enumerable.Range(0, 2000).Select(_ => new Piece(" "u8.ToArray(), 1000))], call);
        }

        return plan.Kind switch
        {
            CallKind.EmbedMany => Whole(call, fault, random, $$"""{"embedding":[{{text.Split("item ")[1].Split('"')[0]}},1],"inputTextTokenCount":2}"""),
            CallKind.Unary => Whole(call, fault, random, $$"""{"text":"{{AnswerOf(call)}}","count":1}"""),
            _ => Stream(call, fault, random),
        };
    }

    private HttpResponseMessage Whole(int call, Fault fault, Random random, string json)
    {
        byte[] body = Encoding.UTF8.GetBytes(json);
        return fault switch
        {
            Fault.BareError => Of(200, "application/json", [new("""{"__type":"InternalServerException","message":"x"}"""u8.ToArray(), 0)], call),
            Fault.EmptyBody => Of(200, "application/json", [], call),
            Fault.Truncated or Fault.CutAfterAnEvent => Of(200, "application/json", [new(body[..(body.Length / 2)], 10)], call, breaks: true),
            Fault.Garbage or Fault.WrongChecksum => Of(200, "application/json", [new([1, 2, 3], 0)], call),
            Fault.SilenceInside => Of(200, "application/json", [new(body[..5], 0), new(body[5..], 3_600_000)], call),
            Fault.ByteByByte => Of(200, "application/json", [.. body.Select(b => new Piece([b], random.Next(0, 50)))], call),
            _ => Of(200, "application/json", [new(body[..7], random.Next(0, 200)), new(body[7..], random.Next(0, 200))], call),
        };
    }

    private HttpResponseMessage Stream(int call, Fault fault, Random random)
    {
        string answer = AnswerOf(call);
        List<byte[]> frames = [.. answer.Chunk(4).Select(part => Chunk($$"""{"text":"{{new string(part)}}"}"""))];
        byte[] end = Chunk("""{"last":true}""");
        byte[] error = Frame("""{"message":"x"}""", (":exception-type", "modelStreamErrorException"), (":message-type", "exception"));
        byte[] wrong = Chunk("""{"text":"wrong"}""");
        wrong[^1] ^= 1;
        List<Piece> pieces = [.. frames.Select(f => new Piece(f, random.Next(0, 400)))];
        switch (fault)
        {
            case Fault.FirstFrameIsAnError: return EventStream(call,
                [new(Frame("{}", (":exception-type", "serviceUnavailableException"), (":message-type", "exception")), 0)]);
            case Fault.ErrorAfterAnEvent: return EventStream(call, [pieces[0], new(error, 5)]);
            case Fault.CutAfterAnEvent: return EventStream(call, [pieces[0], pieces[1]]);
            case Fault.Truncated: return EventStream(call, [pieces[0], new(frames[1][..9], 5)], breaks: true);
            case Fault.WrongChecksum: return EventStream(call, [pieces[0], new(wrong, 5)]);
            case Fault.Garbage: return EventStream(call, [new([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 0)]);
            case Fault.EmptyBody: return EventStream(call, []);
            case Fault.BareError: return Of(200, "application/json", [new("""{"message":"x"}"""u8.ToArray(), 0)], call);
            case Fault.SilenceInside:
                pieces.Insert(1, new Piece([], 3_600_000));
                break;
            case Fault.UnknownFrames:
                pieces.Insert(1, new Piece(Frame("{}", (":event-type", "later"), (":message-type", "event")), 1));
                break;
        }

        pieces.Add(new Piece(end, random.Next(0, 100)));
        if (fault == Fault.SilenceAfterTheEnd) pieces.Add(new Piece([], 3_600_000));
        if (fault == Fault.GarbageAfterTheEnd) pieces.Add(new Piece(wrong, 1));
        if (fault == Fault.ByteByByte) pieces = [.. pieces.SelectMany(p => p.Bytes.Select(b => new Piece([b], random.Next(0, 3))))];
        return EventStream(call, pieces);
    }

    private HttpResponseMessage EventStream(int call, IReadOnlyList<Piece> pieces, bool breaks = false) =>
        Of(200, "application/vnd.amazon.eventstream", pieces, call, breaks);

    private HttpResponseMessage Error(int status, string code, string message)
    {
        HttpResponseMessage response = Of(status, "application/json", [new(Encoding.UTF8.GetBytes($$"""{"message":"{{message}}"}"""), 0)], call: -1);
        response.Headers.TryAddWithoutValidation("x-amzn-ErrorType", code);
        return response;
    }

    private HttpResponseMessage Of(int status, string type, IReadOnlyList<Piece> pieces, int call, bool breaks = false)
    {
        var body = new SimulatedBody(pieces, time, call, breaks);
        _bodies.Enqueue(body);
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StreamContent(body) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        response.Headers.TryAddWithoutValidation("x-amzn-RequestId", "11111111-2222-3333-4444-555555555555");
        response.Headers.Date = time.TrueTime;
        return response;
    }

    private static byte[] Chunk(string json) =>
        Frame($$"""{"bytes":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(json))}}"}""", (":event-type", "chunk"), (":message-type", "event"));

    private static byte[] Frame(string payload, params (string Name, string Value)[] headers) =>
        EventStreamEncoder.Encode(new EventStreamMessage(headers.Select(h => EventStreamHeader.FromString(h.Name, h.Value)), Encoding.UTF8.GetBytes(payload)));
}
