using System.Text;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Faults;

/// <summary>What goes wrong with a stream on its connection, over real sockets. They run by themselves, because some of them measure real time.</summary>
[Collection(AloneCollection.Name)]
public class SocketStreamFaultTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);
    private static readonly byte[] Event = Frames.Chunk($$"""{"text":"{{TraceLog.SecretAnswer}}"}""");
    private static readonly byte[] End = Frames.Chunk("""{"text":"z","last":true}""");

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
        const int MaxBytes = 256 * 1024 * 1024;
        byte[] large = Frames.Chunk($$"""{"text":"{{new string('x', 100_000)}}"}""");
        long written = 0;
        var stuck = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.BeginStreamAsync();
            while (written < MaxBytes)
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

    private static async Task ReadAsync(BedrockClient client, List<EchoEvent> events, Action<int>? onEvent = null)
    {
        await foreach (EchoEvent e in client.StreamAsync(Echo.Streaming, Echo.Request()))
        {
            events.Add(e);
            onEvent?.Invoke(events.Count);
        }
    }
}
