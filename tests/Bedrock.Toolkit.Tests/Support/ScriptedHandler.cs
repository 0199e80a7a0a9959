using System.Collections.Concurrent;

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>Answers request after request from a script, and keeps what was sent.</summary>
internal sealed class ScriptedHandler : HttpMessageHandler
{
    private readonly ConcurrentQueue<Func<SentRequest, CancellationToken, Task<HttpResponseMessage>>> _script = new();
    private readonly ConcurrentQueue<SentRequest> _sent = new();
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Makes the handler with its first answers.</summary>
    public ScriptedHandler(params Func<SentRequest, HttpResponseMessage>[] answers)
    {
        foreach (Func<SentRequest, HttpResponseMessage> answer in answers) Then(answer);
    }

    /// <summary>What was sent, in order.</summary>
    public IReadOnlyList<SentRequest> Sent => [.. _sent];

    /// <summary>How often it was disposed.</summary>
    public int Disposals { get; private set; }

    /// <summary>Ends when the first request has arrived.</summary>
    public Task Entered => _entered.Task;

    /// <summary>Adds an answer; may throw instead.</summary>
    public ScriptedHandler Then(Func<SentRequest, HttpResponseMessage> answer) => ThenAsync((sent, _) => Task.FromResult(answer(sent)));

    /// <summary>Adds an answer that comes later, or never.</summary>
    public ScriptedHandler ThenAsync(Func<SentRequest, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    /// <summary>Never answers: waits until the request is cancelled.</summary>
    public ScriptedHandler ThenSilence() => ThenAsync(async (_, cancellationToken) =>
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("Not reached.");
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(CancellationToken.None);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, System.Net.Http.Headers.HeaderStringValues values) in request.Headers.NonValidated) headers[name] = values.ToString();
        if (request.Content is not null)
        {
            foreach ((string name, System.Net.Http.Headers.HeaderStringValues values) in request.Content.Headers.NonValidated) headers[name] =
                values.ToString();
        }

        var sent = new SentRequest(request.Method, request.RequestUri!, headers, body);
        _sent.Enqueue(sent);
        bool hasAnswer = _script.TryDequeue(out Func<SentRequest, CancellationToken, Task<HttpResponseMessage>>? answer);

        // Only now: who waits for this may send the next request, which must get the next answer.
        _entered.TrySetResult();
        if (!hasAnswer || answer is null)
        {
            throw new InvalidOperationException($"The script has no answer for request {_sent.Count}.");
        }

        HttpResponseMessage response = await answer(sent, cancellationToken);
        response.RequestMessage ??= request;
        return response;
    }

    protected override void Dispose(bool disposing)
    {
        Disposals++;
        base.Dispose(disposing);
    }
}
