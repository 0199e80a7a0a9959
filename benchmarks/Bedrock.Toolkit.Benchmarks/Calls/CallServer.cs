using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bedrock.Toolkit.Benchmarks.Calls;

/// <summary>
/// Gives fixed answers over HTTP on the loopback address, from a process of its own, so that its memory is not counted as the client's.
/// Checks nothing: it is there to be as cheap as possible.
/// </summary>
internal sealed class CallServer : IDisposable
{
    /// <summary>The argument that makes this program the server.</summary>
    public const string Argument = "--call-server";

    private readonly Process _process;

    private CallServer(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>Where it listens.</summary>
    public Uri Url => new("http://127.0.0.1:" + Port.ToString(CultureInfo.InvariantCulture));

    /// <summary>Starts this program once more, as the server.</summary>
    public static CallServer Start()
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("The program does not know its own path.");
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
        {
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, typeof(CallServer).Assembly.GetName().Name + ".dll"));
        }

        start.ArgumentList.Add(Argument);
        Process process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        string? line = process.StandardOutput.ReadLine();
        return int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out int port)
            ? new CallServer(process, port)
            : throw new InvalidOperationException($"The server said '{line}' instead of its port.");
    }

    /// <summary>Is the server, until its standard input ends.</summary>
    public static async Task<int> RunAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication application = builder.Build();
        await using ConfiguredAsyncDisposable closing = application.ConfigureAwait(false);
        application.Run(AnswerAsync);
        await application.StartAsync().ConfigureAwait(false);
        string address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        await Console.Out.WriteLineAsync(new Uri(address).Port.ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false);
        await Console.In.ReadToEndAsync().ConfigureAwait(false);
        return 0;
    }

    /// <summary>Ends the server.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null).ConfigureAwait(false);
        string path = context.Request.Path.Value!;
        (string type, byte[] body) = path switch
        {
            _ when path.EndsWith("/invoke-with-response-stream", StringComparison.Ordinal) =>
                ("application/vnd.amazon.eventstream", CannedAnswers.ClaudeStream),
            _ when path.EndsWith("/invoke", StringComparison.Ordinal) && path.Contains("embed", StringComparison.Ordinal) =>
                ("application/json", CannedAnswers.Embedding),
            _ when path.EndsWith("/invoke", StringComparison.Ordinal) => ("application/json", CannedAnswers.Claude),
            _ when path.EndsWith("/chat/completions", StringComparison.Ordinal) => ("application/json", CannedAnswers.OpenAI),
            _ => ("application/x-amz-json-1.1", CannedAnswers.Encrypted),
        };
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        context.Response.Headers["x-amzn-bedrock-content-type"] = "application/json";
        context.Response.Headers["x-amzn-RequestId"] = "11111111-2222-3333-4444-555555555555";
        context.Response.Headers["x-amzn-bedrock-input-token-count"] = "200";
        context.Response.Headers["x-amzn-bedrock-output-token-count"] = "180";
        await context.Response.Body.WriteAsync(body).ConfigureAwait(false);
    }
}
