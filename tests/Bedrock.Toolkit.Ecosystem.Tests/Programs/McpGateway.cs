using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Bedrock.Toolkit.Ecosystem.Tests.Programs;

/// <summary>What a gateway of AgentCore is to a client: a server of the Model Context Protocol over HTTP that takes signed requests alone. On loopback; clients
/// reach it by the name of a real one.</summary>
internal sealed partial class McpGateway : IAsyncDisposable
{
    public const string AccessKey = "AKIDEXAMPLE";
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private const string Session = "harbour-1";

    private readonly WebApplication _application;
    private readonly StreamableHttpServerTransport _transport = new() { SessionId = Session };
    private readonly McpServer _server;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<string> _taken = new();
    private Task _running = Task.CompletedTask;

    private McpGateway(WebApplication application, McpServerOptions options) =>
        (_application, _server) = (application, McpServer.Create(_transport, options));

    /// <summary>The address that clients are given.</summary>
    public static Uri Endpoint { get; } = new("http://harbour-4fzq8.gateway.bedrock-agentcore.eu-west-1.amazonaws.com/mcp");

    /// <summary>The methods that were called with a signature that is right.</summary>
    public IReadOnlyCollection<string> Taken => _taken;

    public static async Task<McpGateway> StartAsync(params McpServerTool[] tools)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication application = builder.Build();
        var gateway = new McpGateway(application, new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "harbour", Version = "1" },
            ToolCollection = [.. tools],
        });
        application.Run(gateway.AnswerAsync);
        await application.StartAsync();
        gateway._running = gateway._server.RunAsync(gateway._end.Token);
        return gateway;
    }

    /// <summary>Sends to the gateway what is for <see cref="Endpoint"/>, and nothing else.</summary>
    public SocketsHttpHandler Connections() => new()
    {
        UseProxy = false,
        ConnectCallback = async (context, cancellationToken) =>
        {
            Assert.Equal(Endpoint.Host, context.DnsEndPoint.Host);
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, new Uri(_application.Urls.Single()).Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAny(_running);
        await _server.DisposeAsync();
        await _transport.DisposeAsync();
        await _application.DisposeAsync();
        _end.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        context.Response.StatusCode = !IsSigned(context.Request, body.ToArray()) ? 403 : context.Request.Method is "POST" ? 200
            : context.Request.Method is "DELETE" ? 204 : 405;
        if (context.Response.StatusCode != 200)
        {
            return;
        }

        JsonRpcMessage message = JsonSerializer.Deserialize<JsonRpcMessage>(body.ToArray(), McpJsonUtilities.DefaultOptions)!;
        _taken.Enqueue((message as JsonRpcRequest)?.Method ?? (message as JsonRpcNotification)?.Method ?? "answer");
        context.Response.Headers["Mcp-Session-Id"] = Session;
        context.Response.ContentType = "text/event-stream";
        if (!await _transport.HandlePostRequestAsync(message, context.Response.Body, context.RequestAborted))
        {
            context.Response.ContentType = null;
            context.Response.StatusCode = 202;
        }
    }

    // Signature Version 4, from what has arrived: for this service and the Region of the host's name.
    private static bool IsSigned(HttpRequest request, byte[] body)
    {
        Match given = Authorization().Match(request.Headers.Authorization.ToString());
        string date = request.Headers["x-amz-date"].ToString();
        string scope = given.Groups["scope"].Value;
        string[] names = given.Groups["names"].Value.Split(';');
        if (!given.Success || given.Groups["id"].Value != AccessKey || !names.Contains("host") || !names.Contains("x-amz-date")
            || date.Length < 8 || scope != $"{date[..8]}/eu-west-1/bedrock-agentcore/aws4_request" || request.Host.Value != Endpoint.Host)
        {
            return false;
        }

        string headers = string.Concat(names.Select(name => $"{name}:{request.Headers[name].ToString().Trim()}\n"));
        string canonical = $"{request.Method}\n{request.Path}\n\n{headers}\n{string.Join(';', names)}\n{Hash(body)}";
        byte[] key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + SecretKey), Mac);
        return Convert.ToHexStringLower(Mac(key, $"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Hash(Encoding.UTF8.GetBytes(canonical))}"))
            == given.Groups["signature"].Value;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    [GeneratedRegex(@"\AAWS4-HMAC-SHA256 Credential=(?<id>[^/]+)/(?<scope>[^,]+), *SignedHeaders=(?<names>[^,]+), *Signature=(?<signature>[0-9a-f]{64})\z")]
    private static partial Regex Authorization();
}
