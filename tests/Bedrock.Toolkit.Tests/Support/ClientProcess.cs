using System.Diagnostics;
using Amazon.Runtime;
using Bedrock.Toolkit.Tests.ControlPlane.Batch;
using Bedrock.Toolkit.Tests.VectorData;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>This assembly as a program: one call in a process of its own, for what a process reads only once, such as its proxy settings.</summary>
internal static class ClientProcess
{
    /// <summary><c>call &lt;address&gt;</c> makes one call and prints how it ended; <c>route &lt;profile&gt;</c> prints where and how a client would call;
    /// <c>given &lt;what&gt;</c> calls with something in code and the rest in files; <c>calls</c> makes some calls one by one, <c>flood</c> many at once with
    /// the machine's role; <c>batch</c> and <c>vectors</c> are a batch and an upsert that kill themselves.</summary>
    public static Task<int> Main(string[] args) => args[0] switch
    {
        "call" => CallAsync(args),
        "given" => GivenAsync(args[1]),
        "calls" => CallsAsync(args),
        "flood" => FloodAsync(args),
        BatchProcess.Verb => BatchProcess.RunAsync(args),
        VectorProcess.Verb => VectorProcess.RunAsync(args),
        _ => RouteAsync(args.ElementAtOrDefault(1)),
    };

    /// <summary>Starts the program with environment variables and gives what it printed.</summary>
    public static async Task<string> RunAsync(string[] args, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ClientProcess).Assembly.Location, .. args]) { RedirectStandardOutput = true };
        foreach (string name in (string[])["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY",
            "no_proxy"]) start.Environment.Remove(name);
        foreach ((string name, string? value) in environment) start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(limit.Token);
        return output.Trim();
    }

    private static async Task<int> CallAsync(string[] args)
    {
        using var client = new BedrockClient(new BedrockClientOptions
        {
            Region = "us-east-1",
            Credentials = new BasicAWSCredentials(TestClient.AccessKey, TestClient.SecretKey),
            ServiceUrl = new Uri(args[1]),
            MaxAttempts = 1,
        });
        try
        {
            Console.WriteLine((await client.InvokeAsync(Echo.Model, Echo.Request())).Text);
            return 0;
        }
        catch (BedrockException e)
        {
            Console.WriteLine(e.GetType().Name);
            return 1;
        }
    }

    private static async Task<int> GivenAsync(string given)
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        var options = new BedrockClientOptions { HandlerFactory = () => handler, MaxAttempts = 1, Region = given is "variable" or "profile" ? null
            : "us-east-1" };
        switch (given)
        {
            case "all":
                options.Credentials = new BasicAWSCredentials(TestClient.AccessKey, TestClient.SecretKey);
                options.ServiceUrl = new Uri("https://gateway.example");
                break;
            case "key":
                options.ApiKey = "the-key";
                break;
            case "profile":
                options.Profile = "x";
                break;
        }

        using var client = new BedrockClient(options);
        try
        {
            await client.InvokeAsync(Echo.Model, Echo.Request());
            Console.WriteLine("works");
        }
        catch (Exception e)
        {
            Console.WriteLine($"{e.GetType().Name}: {e}");
        }

        return 0;
    }

    private static async Task<int> CallsAsync(string[] args)
    {
        using var client = new BedrockClient(new BedrockClientOptions { ServiceUrl = new Uri(args[1]), Profile = args[3] == "profile" ? "default" : null });
        List<string> told = [];
        for (int i = 1; i <= int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture); i++)
        {
            Exception? e = await Record.ExceptionAsync(() => client.InvokeAsync(Echo.Model, Echo.Request()));
            told.Add($"{e?.GetType().Name ?? "works"} {i}");
        }

        Console.WriteLine(string.Join(", ", told));
        return 0;
    }

    private static async Task<int> FloodAsync(string[] args)
    {
        int[] numbers = [.. args[2..].Select(a => int.Parse(a, System.Globalization.CultureInfo.InvariantCulture))];
        using var client = new BedrockClient(new BedrockClientOptions
        {
            ServiceUrl = new Uri(args[1]), OverallTimeout = numbers[1] > 0 ? TimeSpan.FromMilliseconds(numbers[1]) : null,
        });
        using var source = new CancellationTokenSource();
        if (numbers[2] > 0) source.CancelAfter(numbers[2]);
        long start = TimeProvider.System.GetTimestamp();
        Exception?[] ends = await Task.WhenAll(Enumerable.Range(0, numbers[0])
            .Select(_ => Task.Run(() => Record.ExceptionAsync(() => client.InvokeAsync(Echo.Model, Echo.Request(), cancellationToken: source.Token)))));
        int milliseconds = (int)TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
        IEnumerable<string> kinds = ends.OfType<Exception>()
            .Select(e => e is BedrockTimeoutException limit ? $"{e.GetType().Name}:{limit.Kind}" : e.GetType().Name).Distinct();
        Console.WriteLine($"{milliseconds} failed={ends.OfType<Exception>().Count()} {string.Join(',', kinds)}");
        return 0;
    }

    private static async Task<int> RouteAsync(string? profile)
    {
        var options = new BedrockClientOptions { Region = profile is null ? "us-east-1" : null, Profile = profile };
        try
        {
            Route route = await Task.Run(() => Route.Resolve(options, AwsService.BedrockRuntime));
            using var answer = new HttpResponseMessage { Headers = { Date = DateTimeOffset.UnixEpoch } };
            answer.Headers.TryAddWithoutValidation("x-amzn-RequestId", Answers.RequestId);
            bool corrects = route.Skew.Observe(answer.Headers, DateTimeOffset.UnixEpoch, TimeSpan.Zero) is not null;
            Console.WriteLine($"{route.BaseUrl} {route.Region} {(corrects ? "corrects" : "keeps")}");
        }
        catch (BedrockConfigurationException e)
        {
            Console.WriteLine(e.Message);
        }

        return 0;
    }
}
