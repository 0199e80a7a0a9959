using System.Net;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Tests.ControlPlane.Batch;

/// <summary>The S3 of the test kit, by the AWS SDK, in memory and over HTTP.</summary>
public sealed class FakeS3Tests : IAsyncLifetime, IDisposable
{
    private const string Bucket = "quay";

    private readonly FakeBedrock _fake = new();
    private BedrockServer _server = null!;

    public async Task InitializeAsync() => _server = await BedrockServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _fake.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Objects_PutReadListedAndRemoved_AreThereAndGone(bool overHttp)
    {
        IAmazonS3 s3 = Of(overHttp).Client;
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "a/b c+ä.txt", ContentBody = "0123456789" });

        using (GetObjectResponse whole = await s3.GetObjectAsync(Bucket, "a/b c+ä.txt"))
        using (GetObjectResponse part = await s3.GetObjectAsync(
            new GetObjectRequest { BucketName = Bucket, Key = "a/b c+ä.txt", ByteRange = new ByteRange(3, 5) }))
        {
            Assert.Equal("0123456789", await TextAsync(whole));
            Assert.Equal(("345", HttpStatusCode.PartialContent, "bytes 3-5/10"), (await TextAsync(part), part.HttpStatusCode, part.ContentRange));
            Assert.Equal(whole.ETag, part.ETag);
        }

        GetObjectMetadataResponse head = await s3.GetObjectMetadataAsync(Bucket, "a/b c+ä.txt");
        Assert.Equal(10, head.ContentLength);
        S3Object listed = Assert.Single((await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Prefix = "a/" })).S3Objects);
        Assert.Equal(("a/b c+ä.txt", 10L, head.ETag), (listed.Key, listed.Size!.Value, listed.ETag));
        await s3.DeleteObjectAsync(Bucket, "a/b c+ä.txt");
        AmazonS3Exception gone = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => s3.GetObjectAsync(Bucket, "a/b c+ä.txt"));
        Assert.Equal((HttpStatusCode.NotFound, "NoSuchKey"), (gone.StatusCode, gone.ErrorCode));
        Assert.Equal("NoSuchBucket", (await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => s3.GetObjectAsync("other", "k"))).ErrorCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Upload_InParts_IsOneObject(bool overHttp)
    {
        FakeS3 fake = Of(overHttp);
        string upload = (await fake.Client.InitiateMultipartUploadAsync(Bucket, "big")).UploadId;
        string left = (await fake.Client.InitiateMultipartUploadAsync(Bucket, "left")).UploadId;
        byte[] first = new byte[5 * 1024 * 1024];
        Random.Shared.NextBytes(first);
        var complete = new CompleteMultipartUploadRequest { BucketName = Bucket, Key = "big", UploadId = upload };
        foreach ((int number, byte[] part) in new[] { (2, "end"u8.ToArray()), (1, first) })
        {
            using var stream = new MemoryStream(part);
            complete.AddPartETags(await fake.Client.UploadPartAsync(new UploadPartRequest
            {
                BucketName = Bucket,
                Key = "big",
                UploadId = upload,
                PartNumber = number,
                InputStream = stream,
                PartSize = part.Length,
            }));
        }

        complete.PartETags.Reverse();
        Assert.Empty(fake.Keys(Bucket));
        await fake.Client.CompleteMultipartUploadAsync(complete);

        Assert.Equal([.. first, .. "end"u8], fake.Get(Bucket, "big").ToArray());
        Assert.Equal(1, fake.OpenUploads);
        await fake.Client.AbortMultipartUploadAsync(Bucket, "left", left);
        Assert.Equal(0, fake.OpenUploads);
        Assert.Equal("NoSuchUpload", (await Assert.ThrowsAnyAsync<AmazonS3Exception>(
            () => fake.Client.AbortMultipartUploadAsync(Bucket, "left", left))).ErrorCode);
    }

    [Fact]
    public async Task List_MoreThanAPage_GivesEachOnce()
    {
        for (int i = 0; i < 7; i++)
        {
            _fake.S3.Put(Bucket, $"k{i}", Encoding.UTF8.GetBytes("x"));
        }

        List<string> keys = [];
        var request = new ListObjectsV2Request { BucketName = Bucket, MaxKeys = 3 };
        ListObjectsV2Response page;
        do
        {
            page = await _fake.S3.Client.ListObjectsV2Async(request);
            keys.AddRange(page.S3Objects.Select(one => one.Key));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);

        Assert.Equal(["k0", "k1", "k2", "k3", "k4", "k5", "k6"], keys);
        Assert.Equal(["ListObjectsV2", "ListObjectsV2", "ListObjectsV2"], _fake.Calls.Select(call => call.Operation));
    }

    [Fact]
    public async Task Call_SignedByAnotherKey_IsRefused()
    {
        using var other = new AmazonS3Client(new BasicAWSCredentials("AKIDOTHER", "another"), new AmazonS3Config
        {
            ServiceURL = _server.Url.AbsoluteUri,
            ForcePathStyle = true,
            AuthenticationRegion = _server.Region,
        });
        using var wrong = new AmazonS3Client(
            new BasicAWSCredentials((await _server.Credentials.GetCredentialsAsync()).AccessKey, "another"),
            new AmazonS3Config { ServiceURL = _server.Url.AbsoluteUri, ForcePathStyle = true, AuthenticationRegion = _server.Region });

        Assert.Equal(HttpStatusCode.Forbidden, (await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => other.GetObjectAsync(Bucket, "k"))).StatusCode);
        Assert.Equal("InvalidSignatureException", (await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => wrong.GetObjectAsync(Bucket, "k"))).ErrorCode);
    }

    private FakeS3 Of(bool overHttp) => overHttp ? _server.S3 : _fake.S3;

    private static async Task<string> TextAsync(GetObjectResponse response)
    {
        using var reader = new StreamReader(response.ResponseStream);
        return await reader.ReadToEndAsync();
    }
}
