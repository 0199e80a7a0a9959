using System.Net.Sockets;
using System.Reflection;
using Bedrock.Toolkit.Testing.Serving;
using Bedrock.Toolkit.Testing.Simulation;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>Passes the requests of a web server to the engine, and writes its answers piece by piece. Thread-safe.</summary>
internal sealed class ServerApplication : IHttpApplication<HttpContext>
{
    private const int ReadSize = 64 * 1024;

    // So that nobody takes an answer from here for one of AWS.
    private const string NameHeader = "x-bedrock-toolkit-server";

    private static readonly string Version =
        typeof(ServerApplication).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static readonly TimeSpan ResetDelay = TimeSpan.FromMilliseconds(100);

    private readonly SimulatedBedrock _engine;
    private readonly UpstreamService? _upstream;
    private readonly CallFeed? _feed;
    private readonly CallsPage? _page;
    private int _abandoned;

    public ServerApplication(SimulatedBedrock engine, bool showsCalls = false, IBedrockClient? upstream = null)
    {
        _engine = engine;
        _upstream = upstream is null ? null : new UpstreamService(upstream);
        _feed = showsCalls ? new CallFeed(engine.Time) : null;
        _page = _feed is null ? null : new CallsPage(_feed);
    }

    /// <summary>The wait before each event of a stream but the first.</summary>
    public TimeSpan Pause { get; set; }

    /// <summary>The port at which the server is bedrock-mantle; on all others it is the rest of Bedrock.</summary>
    public int? MantlePort { get; set; }

    /// <summary>How many answers were not waited for.</summary>
    public int Abandoned => Volatile.Read(ref _abandoned);

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        CallLine? line = null;
        try
        {
            if (_page is not null && await _page.TryAnswerAsync(context).ConfigureAwait(false))
            {
                return;
            }

            ReceivedRequest request = await ReceiveAsync(context).ConfigureAwait(false);
            line = _feed?.Begin(request);
            Answer answer = await AnswerAsync(request, context.RequestAborted).ConfigureAwait(false);
            await WriteAsync(answer, context, line).ConfigureAwait(false);
            line?.End(answer.End == AnswerEnd.Regular ? "done" : "broken", _engine.Time);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away, or the server is being stopped: nobody waits for an answer.
            line?.End("left", _engine.Time);
            Interlocked.Increment(ref _abandoned);
        }
        catch (Exception) when (context.Response.HasStarted)
        {
            // A function of a script failed in the middle of its stream: all that can still be told is that the answer is not whole.
            line?.End("broken", _engine.Time);
            context.Abort();
        }
    }

    private async Task<Answer> AnswerAsync(ReceivedRequest request, CancellationToken aborted)
    {
        try
        {
            if (_upstream is null)
            {
                return _engine.Answer(request);
            }

            OperationRoute route = _engine.Admit(request, out RecordedCall? call);
            if (route.Template.IsBidirectional || !route.Simulation.IsOfRuntime)
            {
                string why = route.Template.IsBidirectional ? "what is recorded are requests that are whole" : "what is recorded are calls of bedrock-runtime";
                throw new ServiceFailure(400, "UnsupportedOperationException", $"{route.Operation} is not passed on: {why}.");
            }

            Answer answer = await _upstream.AnswerAsync(request, route, aborted).ConfigureAwait(false);
            AnswerTokens.Watch(answer, call);
            return answer;
        }
        catch (ServiceFailure failure)
        {
            return Engine.Answer.Error(failure);
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            // The script of a test is at fault. 400, so that no client tries again.
            return Engine.Answer.Error(new ServiceFailure(400, e.GetType().Name, e.Message));
        }
    }

    private async Task<ReceivedRequest> ReceiveAsync(HttpContext context)
    {
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        int question = target.IndexOf('?', StringComparison.Ordinal);
        List<KeyValuePair<string, string>> headers = [];
        foreach ((string name, StringValues values) in context.Request.Headers)
        {
            foreach (string? value in values)
            {
                headers.Add(new(name, value ?? string.Empty));
            }
        }

        bool isHttp2 = HttpProtocol.IsHttp2(context.Request.Protocol);
        if (isHttp2)
        {
            // The host has another name there, by which some clients sign it.
            headers.Add(new(SignatureCheck.Authority, context.Request.Host.Value ?? string.Empty));
        }

        string path = question < 0 ? target : target[..question];
        bool isLive = isHttp2 && OperationRoute.Find(context.Request.Method, path) is { Template.IsBidirectional: true };
        byte[]? body = isLive ? [] : await ReadBodyAsync(context).ConfigureAwait(false);
        return new ReceivedRequest
        {
            Method = context.Request.Method,
            Path = path,
            Query = question < 0 ? string.Empty : target[(question + 1)..],
            Headers = headers,
            Body = body,
            LiveBody = isLive ? context.Request.Body : null,
            IsHttp2 = isHttp2,
            IsMantle = context.Connection.LocalPort == MantlePort
                || context.Request.Host.Host.StartsWith(HttpMessages.MantleHost, StringComparison.OrdinalIgnoreCase),
            IsTooLarge = body is null,
        };
    }

    /// <summary>The body; null when it is larger than the service takes.</summary>
    private static async Task<byte[]?> ReadBodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength > ReceivedRequest.MaxBodyBytes)
        {
            return null;
        }

        using var body = new MemoryStream();
        byte[] buffer = new byte[ReadSize];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted).ConfigureAwait(false)) > 0)
        {
            if (body.Length + read > ReceivedRequest.MaxBodyBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private async Task WriteAsync(Answer answer, HttpContext context, CallLine? line)
    {
        CancellationToken aborted = context.RequestAborted;
        if (answer.Delay > TimeSpan.Zero)
        {
            await Task.Delay(answer.Delay, _engine.Time, aborted).ConfigureAwait(false);
        }

        if (answer.HasHead)
        {
            line?.Answered(answer.StatusCode);
            context.Response.StatusCode = answer.StatusCode;
            if (_upstream is null)
            {
                context.Response.Headers[NameHeader] = Version;
            }

            foreach ((string name, string value) in answer.Headers)
            {
                context.Response.Headers.Append(name, value);
            }

            if (answer.Frames is { } frames)
            {
                // The headers too: a client may wait for them before the first event is made.
                await context.Response.Body.FlushAsync(aborted).ConfigureAwait(false);
                bool isFirst = true;
                await foreach (ReadOnlyMemory<byte> frame in frames.WithCancellation(aborted).ConfigureAwait(false))
                {
                    if (!isFirst && Pause > TimeSpan.Zero)
                    {
                        await Task.Delay(Pause, _engine.Time, aborted).ConfigureAwait(false);
                    }

                    isFirst = false;
                    line?.Event();
                    await context.Response.Body.WriteAsync(frame, aborted).ConfigureAwait(false);
                    await context.Response.Body.FlushAsync(aborted).ConfigureAwait(false);
                }
            }
            else
            {
                if (answer.StatusCode != StatusCodes.Status204NoContent)
                {
                    // The answer to HEAD declares a length and has no body.
                    context.Response.ContentLength = answer.DeclaredLength ?? answer.Body.Length;
                    await context.Response.Body.WriteAsync(answer.Body, aborted).ConfigureAwait(false);
                }

                await context.Response.Body.FlushAsync(aborted).ConfigureAwait(false);
            }
        }

        switch (answer.End)
        {
            case AnswerEnd.Reset when answer.HasHead:
                await BreakAsync(context).ConfigureAwait(false);
                break;
            case AnswerEnd.Reset:
                context.Abort();
                break;
            case AnswerEnd.Silence:
                await Task.Delay(Timeout.InfiniteTimeSpan, _engine.Time, aborted).ConfigureAwait(false);
                break;
        }
    }

    // A reset overtakes what was sent just before and takes it away from the client. So the socket is closed for sending, behind the last
    // byte and without the end that HTTP wants, and the reset waits until the client has noticed.
    private static async Task BreakAsync(HttpContext context)
    {
        if (HttpProtocol.IsHttp2(context.Request.Protocol))
        {
            // Only this stream: other calls share the connection. A client throws away what it has not read when the reset comes, and does not say when it
            // has: it gets a moment.
            await Task.Delay(ResetDelay, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            context.Abort();
            return;
        }

        context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket.Shutdown(SocketShutdown.Send);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    }
}
