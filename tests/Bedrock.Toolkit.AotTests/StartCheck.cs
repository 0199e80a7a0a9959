using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.AotTests;

/// <summary>Measures what a Lambda function waits for: a client, and its first answer of Converse over HTTP from a socket that answers at once.</summary>
internal static class StartCheck
{
    private const string Body =
        """{"output":{"message":{"role":"assistant","content":[{"text":"hi"}]}},"stopReason":"end_turn","usage":{"inputTokens":1,"outputTokens":1,"totalTokens":2}}""";

    public static async Task RunAsync()
    {
        double atMain = (DateTime.Now - Process.GetCurrentProcess().StartTime).TotalMilliseconds;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = ServeAsync(listener);
        long start = Stopwatch.GetTimestamp();
        using var client = new BedrockClient(new BedrockClientOptions
        {
            Region = "us-east-1",
            Credentials = new BasicAWSCredentials("A", "S"),
            ServiceUrl = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"),
        });
        double made = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        ConverseResponse first = await client.ConverseAsync("us.amazon.nova-lite-v1:0", ConverseRequest.For("hello"));
        double answered = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        long again = Stopwatch.GetTimestamp();
        await client.ConverseAsync("us.amazon.nova-lite-v1:0", ConverseRequest.For("hello"));
        double second = Stopwatch.GetElapsedTime(again).TotalMilliseconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"process to Main {atMain:F0} ms, client made {made:F1} ms, first answer {answered:F0} ms, second call {second:F1} ms ({first.Text}), {Environment.WorkingSet / 1048576} MiB"));
    }

    private static async Task ServeAsync(TcpListener listener)
    {
        using TcpClient connection = await listener.AcceptTcpClientAsync();
        await using NetworkStream stream = connection.GetStream();
        byte[] buffer = new byte[16 * 1024];
        byte[] answer = System.Text.Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}");

        // One read is one request: head and body go out together.
        string seen = "";
        while (await stream.ReadAsync(buffer) is > 0 and int read)
        {
            seen += System.Text.Encoding.ASCII.GetString(buffer, 0, read);
            if (seen.EndsWith('}'))
            {
                seen = "";
                await stream.WriteAsync(answer);
            }
        }
    }
}
