using System.Net;
using System.Net.Sockets;
using System.Text;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Models;

/// <summary>A profile that assumes a role, in a build where AWSSDK.Core cannot load the STS client by reflection. STS and Bedrock are one stand-in on
/// loopback.</summary>
internal sealed class RoleCheck : IDisposable
{
    private const string Answer = """{"embedding":[0.5],"inputTextTokenCount":1}""";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _requests = [];

    /// <summary>Makes one call with the role's credentials; gives the heads of all requests.</summary>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        _listener.Start();
        Task serving = ServeAsync();
        string address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        string config = Path.Combine(_folder, "config");
        await File.WriteAllTextAsync(config, """
            [profile source]
            aws_access_key_id = AKIDSOURCE
            aws_secret_access_key = secret-of-source
            [profile role]
            role_arn = arn:aws:iam::123456789012:role/test
            source_profile = source
            region = us-east-1
            """);
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", config);
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", Path.Combine(_folder, "none"));
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_STS", address);
        using var client = new BedrockClient(new BedrockClientOptions { Profile = "role", ServiceUrl = new Uri(address), MaxAttempts = 1 });
        await client.InvokeAsync(TitanModels.EmbedTextV2, TitanEmbedTextRequest.For("hello"));
        _listener.Stop();
        await serving;
        return _requests;
    }

    public void Dispose()
    {
        _listener.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            TcpClient connection;
            try
            {
                connection = await _listener.AcceptTcpClientAsync();
            }
            catch (SocketException)
            {
                return; // stopped
            }

            using (connection)
            {
                await AnswerAsync(connection.GetStream());
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        byte[] buffer = new byte[64 * 1024];
        int length = 0, bodyAt = -1, bodyLength = 0;
        while (bodyAt < 0 || length < bodyAt + bodyLength)
        {
            int read = await stream.ReadAsync(buffer.AsMemory(length));
            if (read == 0) return;
            length += read;
            string text = Encoding.ASCII.GetString(buffer, 0, length);
            int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (bodyAt < 0 && end >= 0)
            {
                bodyAt = end + 4;
                string? header = text[..end].Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
                bodyLength = header is null ? 0 : int.Parse(header["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        string request = Encoding.ASCII.GetString(buffer, 0, length);
        _requests.Add(request);
        bool isSts = request.Contains("Action=AssumeRole", StringComparison.Ordinal);
        string body = isSts
            ? $"""
              <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>ASIAROLE</AccessKeyId>
              <SecretAccessKey>secret-of-role</SecretAccessKey><SessionToken>token-of-role</SessionToken><Expiration>{DateTime.UtcNow.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}</Expiration></Credentials>
              <AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/test/s</Arn><AssumedRoleId>A:s</AssumedRoleId></AssumedRoleUser></AssumeRoleResult>
              <ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></AssumeRoleResponse>
              """
            : Answer;
        string head = $"HTTP/1.1 200 OK\r\nContent-Type: {(isSts ? "text/xml" : "application/json")}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head + body));
    }
}
