using System.Diagnostics;
using System.Globalization;
using Amazon.Runtime;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Benchmarks.Embeddings;

/// <summary>
/// Embeds many texts through the pipeline against a loopback server in a process of its own that answers after 50 ms, once undisturbed and once
/// with 20 % of the calls throttled: how near is the rate to the ideal, does the memory stay flat, is anything lost?
/// </summary>
internal static class PipelineMeasurement
{
    /// <summary>Makes this program the server.</summary>
    public const string ServerArgument = "--pipeline-server";

    private const int Concurrency = 32;
    private const int Dimensions = 256;
    private const int DefaultTexts = 20_000;
    private const double ThrottledShare = 0.2;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs both measurements; the first argument is the number of texts.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        int texts = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : DefaultTexts;
        using Process server = StartServer();
        try
        {
            string[] address = (await server.StandardOutput.ReadLineAsync().ConfigureAwait(false))!.Split(' ');
            await MeasureAsync(address, 2_000, 0, TextWriter.Null).ConfigureAwait(false);
            TimeSpan undisturbed = await MeasureAsync(address, texts, 0, output).ConfigureAwait(false);
            TimeSpan throttled = await MeasureAsync(address, texts, ThrottledShare, output).ConfigureAwait(false);
            await output.WriteLineAsync(Text($"throttled : undisturbed = {throttled / undisturbed:0.00}")).ConfigureAwait(false);
            return 0;
        }
        finally
        {
            server.StandardInput.Close();
            await server.WaitForExitAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Serves until the input ends.</summary>
    public static async Task<int> ServeAsync(TextReader input, TextWriter output)
    {
        BedrockServer server = await BedrockServer.StartAsync().ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            // Made up for this server, of no use anywhere else, and read by the parent process only.
            ImmutableCredentials keys = await server.Credentials.GetCredentialsAsync().ConfigureAwait(false);
            await output.WriteLineAsync($"{server.Url} {keys.AccessKey} {keys.SecretKey}").ConfigureAwait(false);
            await output.FlushAsync().ConfigureAwait(false);
            await input.ReadToEndAsync().ConfigureAwait(false);
        }

        return 0;
    }

    private static Process StartServer()
    {
        string[] self = Environment.GetCommandLineArgs();
        string host = Environment.ProcessPath!;
        var start = new ProcessStartInfo(host) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(host) == "dotnet")
        {
            start.ArgumentList.Add(self[0]);
        }

        start.ArgumentList.Add(ServerArgument);
        return Process.Start(start)!;
    }

    private static async Task<TimeSpan> MeasureAsync(string[] address, int texts, double throttledShare, TextWriter output)
    {
        using var client = new BedrockClient(new BedrockClientOptions
        {
            ServiceUrl = new Uri(address[0]),
            Region = "us-east-1",
            Credentials = new BasicAWSCredentials(address[1], address[2]),
            HandlerFactory = () => new SlowService(throttledShare) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } },
        });
        EmbeddingRun<string> run = client.EmbedManyAsync(
            TitanModels.EmbedTextV2, Texts(texts), new EmbeddingPipelineOptions<string> { MaxConcurrency = Concurrency, Dimensions = Dimensions });
        var memory = new List<double>();
        long expected = 0;
        bool inOrder = true;
        long start = Stopwatch.GetTimestamp();
        TimeSpan pauses = TimeSpan.Zero;
        await foreach (EmbeddedItem<string> item in run.ConfigureAwait(false))
        {
            inOrder &= item.Index == expected++ && item.Succeeded;
            if (expected % (texts / 5) == 0)
            {
                long pause = Stopwatch.GetTimestamp();
                memory.Add(GC.GetTotalMemory(forceFullCollection: true) / 1e6);
                pauses += Stopwatch.GetElapsedTime(pause);
            }
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        EmbeddingProgress p = run.Progress;
        TimeSpan ideal = Latency * Math.Ceiling((double)texts / Concurrency);
        await output.WriteLineAsync(Text($"{texts} texts, {Concurrency} at once, {Latency.TotalMilliseconds} ms, {throttledShare:P0} throttled:"))
            .ConfigureAwait(false);
        await output.WriteLineAsync(
            Text($"  {elapsed.TotalSeconds:0.00} s (of it {pauses.TotalSeconds:0.00} s measuring memory), ideal without throttling {ideal.TotalSeconds:0.00} s = {ideal / elapsed:P1}")).ConfigureAwait(false);
        await output.WriteLineAsync(
            Text($"  done {p.Done}, failed {p.Failed}, calls {p.Calls}, throttled {p.ThrottledCalls}, in order and whole: {inOrder && expected == texts}, limit at the end {p.Concurrency}")).ConfigureAwait(false);
        await output.WriteLineAsync(
            Text($"  live memory at each fifth, MB: {string.Join(", ", memory.Select(m => m.ToString("0.0", CultureInfo.InvariantCulture)))}"))
            .ConfigureAwait(false);
        return elapsed;
    }

    private static async IAsyncEnumerable<string> Texts(int count)
    {
        for (int i = 0; i < count; i++)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"Sentence {i} of a long corpus, about ferries, tides and {i * 7919 % 10007} other things.");
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Lets an answer take 50 ms in all, and throttles a share of the calls, evenly at random.</summary>
    private sealed class SlowService(double throttledShare) : DelegatingHandler
    {
        private readonly Random _random = new(17);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            long start = Stopwatch.GetTimestamp();
            bool isThrottled;
            lock (_random)
            {
                isThrottled = _random.NextDouble() < throttledShare;
            }

            HttpResponseMessage response = isThrottled ? Throttled(request) : await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            TimeSpan rest = Latency - Stopwatch.GetElapsedTime(start);
            if (rest > TimeSpan.Zero)
            {
                await Task.Delay(rest, cancellationToken).ConfigureAwait(false);
            }

            return response;
        }

        private static HttpResponseMessage Throttled(HttpRequestMessage request)
        {
            var response = new HttpResponseMessage(System.Net.HttpStatusCode.TooManyRequests)
            {
                Content = new StringContent("{\"message\":\"Too many requests\"}", null, "application/json"),
                RequestMessage = request,
            };
            response.Headers.Add("x-amzn-ErrorType", "ThrottlingException");
            return response;
        }
    }
}
