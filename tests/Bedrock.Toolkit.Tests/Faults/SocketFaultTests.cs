using System.Net.Sockets;
using System.Text;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Faults;

/// <summary>What goes wrong on a connection, over real sockets. They run by themselves, because some of them measure real time.</summary>
[Collection(AloneCollection.Name)]
public class SocketFaultTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);
    private static readonly byte[] Event = Frames.Chunk($$"""{"text":"{{TraceLog.SecretAnswer}}"}""");
    private static readonly byte[] End = Frames.Chunk("""{"text":"z","last":true}""");

    [Fact]
    public async Task InvokeAsync_StaleConnection_TakesAnotherOneAtOnceAndCountsNoAttempt()
    {
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.AnswerAsync("""{"text":"a"}""");
            if (connection.Number != 1) return;

            // The first bytes of the next request meet a connection that nobody serves any more.
            await connection.ReadRequestAsync();
            connection.Reset();
        });
        using BedrockClient client = server.CreateClient();

        await client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound);
        EchoResponse second = await client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound);

        Assert.Equal(1, second.Metadata!.Attempts);
        Assert.Equal(2, server.Connections);
        Assert.Equal(500, client.Transport.Retry.Bucket.Tokens);
    }

    [Fact]
    public async Task InvokeAsync_StaleConnectionWithoutRetries_IsAConnectionError()
    {
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.AnswerAsync("{}");
            await connection.ReadRequestAsync();
            connection.Reset();
        });
        using BedrockClient client = server.CreateClient(o => o.MaxAttempts = 1);
        await client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound);

        BedrockConnectionException e = await Assert.ThrowsAsync<BedrockConnectionException>(() => client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound));

        Assert.True(e.IsTransient);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task InvokeAsync_ResetOnAFreshConnection_CostsAnAttempt()
    {
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            if (connection.Number == 1) connection.Reset();
            else await connection.AnswerAsync("{}");
        });
        using BedrockClient client = server.CreateClient();

        Assert.Equal(2, (await client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound)).Metadata!.Attempts);
    }

    [Fact]
    public async Task InvokeAsync_ConnectionHalfClosedBeforeTheAnswer_IsRepeated()
    {
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            if (connection.Number > 1)
            {
                await connection.AnswerAsync("{}");
                return;
            }

            connection.HalfClose();
            await connection.WaitForCloseAsync();
        });
        using BedrockClient client = server.CreateClient();

        Assert.Equal(2, (await client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound)).Metadata!.Attempts);
    }

    [Fact]
    public async Task InvokeAsync_ConnectionHalfClosedInsideTheBody_IsRepeated()
    {
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            if (connection.Number > 1)
            {
                await connection.AnswerAsync("""{"text":"whole"}""");
                return;
            }

            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"text\":\"ha");
            connection.HalfClose();
            await connection.WaitForCloseAsync();
        });
        using BedrockClient client = server.CreateClient();

        EchoResponse response = await client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound);

        Assert.Equal("whole", response.Text);
        Assert.Equal(2, response.Metadata!.Attempts);
    }

    [Fact]
    public async Task InvokeAsync_StalledBody_IsTheIdleLimitAndClosesTheConnection()
    {
        Task<int>? closed = null;
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{");
            await (closed = connection.WaitForCloseAsync());
        });
        using BedrockClient client = server.CreateClient(o =>
        {
            o.MaxAttempts = 1;
            o.StreamIdleTimeout = TimeSpan.FromMilliseconds(300);
        });

        BedrockTimeoutException e = await Assert.ThrowsAsync<BedrockTimeoutException>(() => client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound));

        Assert.Equal(BedrockTimeoutKind.Idle, e.Kind);
        await closed!.WaitAsync(Bound);
    }

    [Fact]
    public async Task InvokeAsync_PortThatNeverAccepts_IsTheConnectLimit()
    {
        // A listener whose queue is full drops what else wants to connect.
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        listener.Listen(0);
        System.Net.EndPoint address = listener.LocalEndPoint!;
        List<Socket> waiting = [];
        try
        {
            for (int i = 0; i < 4; i++)
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
                waiting.Add(socket);
                try
                {
                    await socket.ConnectAsync(address).WaitAsync(TimeSpan.FromMilliseconds(200));
                }
                catch (TimeoutException)
                {
                    break; // full
                }
            }

            await using var unused = new SocketServer(_ => Task.CompletedTask);
            using BedrockClient client = unused.CreateClient(o =>
            {
                o.ServiceUrl = new Uri($"http://127.0.0.1:{((System.Net.IPEndPoint)address).Port}");
                o.ConnectTimeout = TimeSpan.FromMilliseconds(400);
                o.MaxAttempts = 1;
            });

            BedrockTimeoutException e = await Assert.ThrowsAsync<BedrockTimeoutException>(() => client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound));

            Assert.Equal(BedrockTimeoutKind.Connect, e.Kind);
            Assert.Equal(TimeSpan.FromMilliseconds(400), e.Limit);
        }
        finally
        {
            foreach (Socket socket in waiting) socket.Dispose();
        }
    }

    [Fact]
    public async Task Enumerate_ChunksOfHttpCutEveryFrame_GivesTheSameEvents_Streaming()
    {
        byte[] bytes = [.. Event, .. Event, .. End];
        await using var server = new SocketServer(async connection =>
        {
            while (await connection.ReadRequestAsync() is not null)
            {
                // Chunks of 5 bytes: boundaries inside preludes (12 bytes), headers, payloads and checksums.
                await connection.BeginStreamAsync();
                var body = new List<byte>();
                foreach (byte[] piece in bytes.Chunk(5)) body.AddRange([.. Encoding.ASCII.GetBytes($"{piece.Length:x}\r\n"), .. piece, .. "\r\n"u8]);
                foreach (byte[] packet in body.ToArray().Chunk(17)) await connection.WriteAsync(packet);
                await connection.EndChunksAsync();
            }
        });
        using BedrockClient client = server.CreateClient();

        for (int i = 0; i < 3; i++)
        {
            List<EchoEvent> events = await TestClient.ToListAsync(client.StreamAsync(Echo.Streaming, Echo.Request())).WaitAsync(Bound);
            Assert.Equal([TraceLog.SecretAnswer, TraceLog.SecretAnswer, "z"], events.Select(e => e.Text));
        }

        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData(8)] // the checksum of the prelude
    [InlineData(-1)] // the checksum of the frame
    public async Task Enumerate_WrongChecksum_ClosesTheConnection_Streaming(int place)
    {
        byte[] broken = [.. Event];
        broken[place < 0 ? broken.Length + place : place] ^= 0xff;
        Task<int>? closed = null;
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            if (connection.Number > 1)
            {
                await connection.AnswerAsync("{}");
                return;
            }

            await connection.BeginStreamAsync();
            await connection.ChunkAsync(Event);
            await connection.ChunkAsync(broken);
            await (closed = connection.WaitForCloseAsync());
        });
        using BedrockClient client = server.CreateClient();
        List<EchoEvent> events = [];

        BedrockProtocolException e = await Assert.ThrowsAsync<BedrockProtocolException>(() => ReadAsync(client, events).WaitAsync(Bound));

        Assert.Single(events);
        Assert.Equal(1, e.EventsDelivered);
        await closed!.WaitAsync(Bound);
        await client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task Enumerate_ResetAfterEvents_KeepsThemAndTheCause_Streaming()
    {
        var twoRead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.BeginStreamAsync();
            await connection.ChunkAsync(Event);
            await connection.ChunkAsync(Event);
            await twoRead.Task; // a reset throws away what the client has not read yet
            connection.Reset();
        });
        using BedrockClient client = server.CreateClient();
        List<EchoEvent> events = [];

        BedrockIncompleteStreamException e = await Assert.ThrowsAsync<BedrockIncompleteStreamException>(
            () => ReadAsync(client, events, count => { if (count == 2) twoRead.SetResult(); }).WaitAsync(Bound));

        Assert.Equal(2, e.EventsDelivered);
        Assert.IsAssignableFrom<IOException>(e.InnerException);
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Enumerate_BodyEndsWithoutEndMark_IsIncomplete_Streaming(bool regularly)
    {
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.BeginStreamAsync();
            await connection.ChunkAsync(Event);
            if (regularly) await connection.EndChunksAsync();
            else connection.HalfClose();
            await connection.WaitForCloseAsync();
        });
        using BedrockClient client = server.CreateClient();
        List<EchoEvent> events = [];

        BedrockIncompleteStreamException e = await Assert.ThrowsAsync<BedrockIncompleteStreamException>(() => ReadAsync(client, events).WaitAsync(Bound));

        Assert.Equal(1, e.EventsDelivered);
        Assert.Equal(Answers.RequestId, e.RequestId);
    }

    [Fact]
    public async Task Enumerate_SlowLoris_RestartsTheIdleLimitAtEveryByte_Streaming()
    {
        byte[] tail = [.. End];
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.BeginStreamAsync();
            await connection.ChunkAsync(Event);
            foreach (byte[] one in tail.Take(15).Chunk(1))
            {
                await Task.Delay(200);
                await connection.ChunkAsync(one);
            }

            await connection.ChunkAsync(tail[15..]);
            await connection.EndChunksAsync();
        });

        // Three seconds of single bytes are longer than the limit, but no silence is.
        using BedrockClient client = server.CreateClient(o => o.StreamIdleTimeout = TimeSpan.FromSeconds(1.5));

        Assert.Equal(2, (await TestClient.ToListAsync(client.StreamAsync(Echo.Streaming, Echo.Request())).WaitAsync(Bound)).Count);
    }

    [Fact]
    public async Task Enumerate_SlowLoris_IsEndedByTheOverallLimit_Streaming()
    {
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.BeginStreamAsync();
            await connection.ChunkAsync(Event);
            foreach (byte[] one in End.Chunk(1))
            {
                await Task.Delay(100);
                await connection.ChunkAsync(one);
            }
        });
        using BedrockClient client = server.CreateClient(o =>
        {
            o.StreamIdleTimeout = TimeSpan.FromSeconds(10);
            o.OverallTimeout = TimeSpan.FromSeconds(1);
        });
        List<EchoEvent> events = [];

        BedrockTimeoutException e = await Assert.ThrowsAsync<BedrockTimeoutException>(() => ReadAsync(client, events).WaitAsync(Bound));

        Assert.Equal(BedrockTimeoutKind.Overall, e.Kind);
        Assert.Equal(1, e.EventsDelivered);
    }

    [Fact]
    public async Task Enumerate_Silence_IsTheIdleLimitAndClosesTheConnection_Streaming()
    {
        Task<int>? closed = null;
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.BeginStreamAsync();
            await connection.ChunkAsync(Event);
            await (closed = connection.WaitForCloseAsync());
        });
        using BedrockClient client = server.CreateClient(o => o.StreamIdleTimeout = TimeSpan.FromMilliseconds(300));
        List<EchoEvent> events = [];

        BedrockTimeoutException e = await Assert.ThrowsAsync<BedrockTimeoutException>(() => ReadAsync(client, events).WaitAsync(Bound));

        Assert.Equal(BedrockTimeoutKind.Idle, e.Kind);
        Assert.Equal(1, e.EventsDelivered);
        await closed!.WaitAsync(Bound);
    }

    [Fact]
    public async Task Enumerate_ReaderThatStops_StopsTheServerToo_Streaming()
    {
        const int MostBytes = 256 * 1024 * 1024;
        byte[] large = Frames.Chunk($$"""{"text":"{{new string('x', 100_000)}}"}""");
        long written = 0;
        var stuck = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.BeginStreamAsync();
            while (written < MostBytes)
            {
                Task writing = connection.ChunkAsync(large);
                if (await Task.WhenAny(writing, Task.Delay(1000)) != writing) stuck.TrySetResult();
                await writing;
                written += large.Length;
            }
        });
        using BedrockClient client = server.CreateClient();
        await using BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, Echo.Request());

        await stream.OpenAsync().WaitAsync(Bound);
        await stuck.Task.WaitAsync(Bound);

        // The buffers of the sockets are full, and nothing was read ahead beyond them.
        Assert.InRange(written, large.Length, 32 * 1024 * 1024);
    }

    [Fact]
    public async Task Enumerate_LeftEarly_ClosesTheConnectionWithinASecond_Streaming()
    {
        Task<int>? closed = null;
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.BeginStreamAsync();
            await connection.ChunkAsync(Event);
            await (closed = connection.WaitForCloseAsync());
        });
        using BedrockClient client = server.CreateClient();
        int unobserved = 0;
        void Count(object? sender, UnobservedTaskExceptionEventArgs e)
        {
            if (e.Exception.ToString().Contains("Bedrock.Toolkit.Transport", StringComparison.Ordinal)) unobserved++;
        }

        TaskScheduler.UnobservedTaskException += Count;
        try
        {
            await foreach (EchoEvent _ in client.StreamAsync(Echo.Streaming, Echo.Request())) break;

            await closed!.WaitAsync(TimeSpan.FromSeconds(1));
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Assert.Equal(0, unobserved);
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Count;
        }
    }

    [Fact]
    public async Task InvokeAsync_CancelledWhileConnectingOrSending_IsPrompt()
    {
        var over = new TaskCompletionSource();
        await using var server = new SocketServer(_ => over.Task); // reads nothing: a large body stays in the sending
        using BedrockClient client = server.CreateClient();
        using var source = new CancellationTokenSource();

        Task<EchoResponse> call = client.InvokeAsync(Echo.Model, Echo.Request(new string('x', 20_000_000)), cancellationToken: source.Token);
        while (server.Connections == 0) await Task.Yield();
        long start = TimeProvider.System.GetTimestamp();
        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Bound))).CancellationToken);
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal(1, server.Connections);
        over.SetResult();
    }

    [Fact]
    public async Task InvokeAsync_FloodOfCalls_KeepsTheSocketsBounded()
    {
        await using var server = new SocketServer(async connection =>
        {
            while (await connection.ReadRequestAsync() is not null) await connection.AnswerAsync("{}");
        });
        using BedrockClient client = server.CreateClient();

        await Task.WhenAll(Enumerable.Range(0, 10_000).Select(_ => client.InvokeAsync(Echo.Model, Echo.Request()))).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.InRange(server.MostOpen, 1, 1000);
    }

    [Fact]
    public async Task InvokeAsync_ProxyAuthenticationRequired_IsAnErrorThatNamesTheStatus()
    {
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.AnswerAsync("<html>proxy</html>", 407, "Proxy-Authenticate: Basic realm=\"x\"\r\n");
        });
        using BedrockClient client = server.CreateClient();

        BedrockServiceException e = await Assert.ThrowsAsync<BedrockServiceException>(() => client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound));

        Assert.Equal(407, e.StatusCode);
        Assert.False(e.IsTransient);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task InvokeAsync_ProxyOfTheEnvironment_IsUsedUnlessNoProxyNamesTheHost()
    {
        string? firstLine = null;
        await using var proxy = new SocketServer(async connection =>
        {
            firstLine = (await connection.ReadRequestAsync())!.Split("\r\n")[0];
            await connection.AnswerAsync("""{"text":"through the proxy"}""");
        });
        await using var direct = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.AnswerAsync("""{"text":"direct"}""");
        });
        string address = $"http://127.0.0.1:{proxy.Port}";

        Assert.Equal("through the proxy", await ClientProcess.RunAsync(["call", "http://bedrock.example:8080"], ("HTTP_PROXY", address)));
        Assert.StartsWith("POST http://bedrock.example:8080/model/", firstLine, StringComparison.Ordinal);
        Assert.Equal("through the proxy", await ClientProcess.RunAsync(["call", direct.Url.AbsoluteUri], ("HTTP_PROXY", address)));
        Assert.Equal("direct", await ClientProcess.RunAsync(["call", direct.Url.AbsoluteUri], ("HTTP_PROXY", address), ("NO_PROXY", "127.0.0.1")));
    }

    private static async Task ReadAsync(BedrockClient client, List<EchoEvent> events, Action<int>? onEvent = null)
    {
        await foreach (EchoEvent e in client.StreamAsync(Echo.Streaming, Echo.Request()))
        {
            events.Add(e);
            onEvent?.Invoke(events.Count);
        }
    }
}
