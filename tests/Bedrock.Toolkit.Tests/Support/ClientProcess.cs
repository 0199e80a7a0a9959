using System.Diagnostics;
using Amazon.Runtime;

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>This assembly as a program: one call in a process of its own, for what a process reads only once, such as its proxy settings.</summary>
internal static class ClientProcess
{
    /// <summary>Makes one call and prints how it ended.</summary>
    public static async Task<int> Main(string[] args)
    {
        using var client = new BedrockClient(new BedrockClientOptions
        {
            Region = "us-east-1",
            Credentials = new BasicAWSCredentials(TestClient.AccessKey, TestClient.SecretKey),
            ServiceUrl = new Uri(args[0]),
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

    /// <summary>Starts the program with environment variables and gives what it printed.</summary>
    public static async Task<string> RunAsync(Uri url, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ClientProcess).Assembly.Location, url.AbsoluteUri]) { RedirectStandardOutput = true };
        foreach (string name in (string[])["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy"]) start.Environment.Remove(name);
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(limit.Token);
        return output.Trim();
    }
}
