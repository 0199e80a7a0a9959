using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Bedrock.Toolkit.Testing.Serving;

/// <summary>The page at <c>/</c> that shows the calls, and the stream of events behind it. Thread-safe.</summary>
internal sealed class CallsPage(CallFeed feed)
{
    private const string Html = "calls.html";

    /// <summary>Answers a request for the page; false when it is none.</summary>
    public async Task<bool> TryAnswerAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.Request.Path.Value is not ("/" or "/calls"))
        {
            return false;
        }

        if (!IsThisMachine(context.Request.Host.Host))
        {
            // Another site's script may have its name point here; what was asked is none of its business.
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return true;
        }

        if (context.Request.Path == "/")
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            using Stream html = typeof(CallsPage).Assembly.GetManifestResourceStream(Html)!;
            await html.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
            return true;
        }

        await StreamAsync(context).ConfigureAwait(false);
        return true;
    }

    private static bool IsThisMachine(string host) =>
        host == "localhost" || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));

    private async Task StreamAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        (IReadOnlyList<byte[]> soFar, Channel<byte[]> changes) = feed.Subscribe();
        try
        {
            foreach (byte[] line in soFar)
            {
                await WriteAsync(line).ConfigureAwait(false);
            }

            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            await foreach (byte[] line in changes.Reader.ReadAllAsync(context.RequestAborted).ConfigureAwait(false))
            {
                await WriteAsync(line).ConfigureAwait(false);
                await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            }
        }
        finally
        {
            feed.Unsubscribe(changes);
        }

        async Task WriteAsync(byte[] line)
        {
            byte[] text = [.. "data: "u8, .. line, .. "\n\n"u8];
            await context.Response.Body.WriteAsync(text, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
