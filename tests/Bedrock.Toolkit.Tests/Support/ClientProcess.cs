using System.Diagnostics;
using Amazon.Runtime;
using Bedrock.Toolkit.Transport;
using Microsoft.Extensions.Options;

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>This assembly as a program: one call in a process of its own, for what a process reads only once, such as its proxy settings.</summary>
internal static class ClientProcess
{
    /// <summary><c>call &lt;address&gt;</c> makes one call and prints how it ended; <c>route &lt;profile&gt;</c> prints where and how a client would call.</summary>
    public static Task<int> Main(string[] args) => args[0] == "call" ? CallAsync(args) : RouteAsync(args.ElementAtOrDefault(1));

    /// <summary>Starts the program with environment variables and gives what it printed.</summary>
    public static async Task<string> RunAsync(string[] args, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ClientProcess).Assembly.Location, .. args]) { RedirectStandardOutput = true };
        foreach (string name in (string[])["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy"]) start.Environment.Remove(name);
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

    private static async Task<int> RouteAsync(string? profile)
    {
        var options = new BedrockClientOptions { Region = profile is null ? "us-east-1" : null, Profile = profile };
        try
        {
            Route route = await Route.ResolveAsync(options, AwsService.BedrockRuntime);
            using var answer = new HttpResponseMessage { Headers = { Date = DateTimeOffset.UnixEpoch } };
            bool corrects = route.Skew.Observe(answer.Headers, DateTimeOffset.UnixEpoch, TimeSpan.Zero) is not null;
            Console.WriteLine($"{route.BaseUrl} {route.Region} {(corrects ? "corrects" : "keeps")}");
        }
        catch (OptionsValidationException e)
        {
            Console.WriteLine(e.Message);
        }

        return 0;
    }
}
