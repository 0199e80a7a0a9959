using System.Net;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Faults;

/// <summary>Connections that die in the pool, over real sockets.</summary>
[Collection(AloneCollection.Name)]
public class StaleConnectionTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(1500)] // the server has worked on it: a failure, which takes an attempt
    [InlineData(0)] // dead: one fresh connection, on which the server answers
    public async Task InvokeAsync_EveryPooledConnectionClosesOnItsSecondRequest_MakesTwoRequests(int workedFor)
    {
        int second = 0;
        var allHere = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int first = 0;
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            if (Interlocked.Increment(ref first) == 14) allHere.TrySetResult();
            if (connection.Number <= 14) await allHere.Task;
            await connection.AnswerAsync("{}");
            if (await connection.ReadRequestAsync() is null) return;
            Interlocked.Increment(ref second);
            await Task.Delay(workedFor); // what the fault is about: the time that a server takes
        });
        using BedrockClient client = server.CreateClient(o => o.MaxAttempts = 2);
        await Task.WhenAll(Enumerable.Range(0, 14).Select(_ => client.InvokeAsync(Echo.Model, Echo.Request()))).WaitAsync(Bound);

        Exception? e = await Record.ExceptionAsync(() => client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound));

        if (workedFor == 0)
        {
            Assert.Null(e);
            Assert.Equal(15, server.Connections);
            Assert.Equal(1, second);
        }
        else
        {
            Assert.IsType<BedrockConnectionException>(e);
            Assert.Equal(2, second);
        }
    }

    [Theory]
    [InlineData("HTTP/1.1 200 Connection established\r\n\r\n")]
    [InlineData("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n")]
    public async Task InvokeAsync_ProxyThatClosesItsTunnels_IsAskedOnceAnAttempt(string answer)
    {
        int connects = 0;
        await using var proxy = new SocketServer(async connection =>
        {
            while (await connection.ReadRequestAsync() is { } head)
            {
                if (head.StartsWith("CONNECT ", StringComparison.Ordinal)) Interlocked.Increment(ref connects);
                await connection.WriteAsync(answer);
                if (answer.Contains(" 200 ", StringComparison.Ordinal)) return;
            }
        });
        using BedrockClient client = proxy.CreateClient(o =>
        {
            o.ServiceUrl = null;
            o.Proxy = new WebProxy(new Uri($"http://127.0.0.1:{proxy.Port}"));
            o.MaxAttempts = 2;
            o.TimeProvider = TimeProvider.System;
        });

        BedrockConnectionException e =
            await Assert.ThrowsAsync<BedrockConnectionException>(() => client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound));

        if (answer.Contains(" 407 ", StringComparison.Ordinal))
        {
            Assert.Equal(1, connects);
            Assert.False(e.IsTransient);
            Assert.Contains($"127.0.0.1:{proxy.Port} refused (407)", e.Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(2, connects);
            Assert.Equal(2, e.Attempts);
        }
    }
}
