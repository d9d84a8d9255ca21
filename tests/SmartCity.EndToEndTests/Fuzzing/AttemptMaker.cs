using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SmartCity.EndToEndTests.Fuzzing;

/// <summary>Makes an operation's requests from the document: as documented first, then changed in one thing each.</summary>
/// <param name="versionOf">The ETag of what stands at an address for an account, or null.</param>
internal sealed class AttemptMaker(ApiDocument document, KnownIds ids, Func<string, string, Task<string?>> versionOf)
{
    private const string Json = "application/json";
    private const string Form = "multipart/form-data";
    private const string Boundary = "----fuzz";
    private const string IfMatch = "If-Match";
    private const string Key = "Idempotency-Key";
    private const string ContentType = "Content-Type";
    private const int BeyondTheServersAddress = 9000;

    private static readonly string[] AllMethods =
    [
        "GET",
        "HEAD",
        "OPTIONS",
        "PUT",
        "POST",
        "DELETE",
        "PATCH",
        "TRACE",
        "PROPFIND",
    ];

    private readonly ValueMaker values = new(document, ids);

    /// <summary>A request as the document asks for it.</summary>
    public async Task<Attempt> AsDocumentedAsync(Operation operation, string actor, Chance chance)
    {
        var path = PathOf(operation, chance);
        var attempt = new Attempt(operation, "as documented", operation.Method, path, actor, []);
        foreach (var parameter in operation.In("query").Where(one => one.IsRequired || chance.OneIn(4)))
        {
            attempt = attempt with { Target = WithQuery(attempt.Target, parameter.Name, TextOf(parameter, chance)) };
        }

        if (operation.Takes(IfMatch))
        {
            attempt = attempt.With(IfMatch, await VersionAsync(operation, path, actor) ?? "\"1\"");
        }

        if (operation.Takes(Key))
        {
            attempt = attempt.With(Key, chance.Stranger().ToString("n"));
        }

        return BodyOf(operation) switch
        {
            null => attempt,
            { ContentType: Json } body => WithJson(attempt, values.Body(body, chance)?.ToJsonString() ?? "null"),
            { ContentType: Form } => WithForm(attempt, Part("file", "a.csv", FileOf(chance))),
            var other => attempt.With(ContentType, other.ContentType) with { Body = FileOf(chance) },
        };
    }

    /// <summary>The changes that show every answer that any operation of its kind must be able to give.</summary>
    public IEnumerable<Attempt> Always(Attempt asDocumented, Chance chance)
    {
        var operation = asDocumented.Operation;
        yield return asDocumented.Called("nobody") with
        {
            Actor = null,
        };
        yield return asDocumented.Called("a token of our own making").With("Authorization", "Bearer e30.e30.e30") with
        {
            Actor = null,
        };
        yield return asDocumented.Called("a broken query") with
        {
            Target = WithQuery(asDocumented.Target, "q", "%FF"),
        };
        yield return asDocumented.Called("in English").With("Accept-Language", "en");
        foreach (var parameter in operation.In("path"))
        {
            yield return asDocumented.Called($"{parameter.Name} of nobody") with
            {
                Target = WithPath(
                    asDocumented,
                    parameter.Name,
                    document.Resolve(parameter.Schema).TryGetProperty("format", out var format)
                    && format.GetString() == "uuid"
                        ? chance.Stranger().ToString()
                        : "30000"
                ),
            };
        }

        if (operation.Takes(IfMatch))
        {
            yield return asDocumented.Called("no version").Without(IfMatch);
            yield return asDocumented.Called("a version of long ago").With(IfMatch, "\"0\"");
            yield return asDocumented.Called("a version that is none").With(IfMatch, "3");
        }

        if (operation.Takes(Key))
        {
            yield return asDocumented.Called("no key").Without(Key);
        }

        if (BodyOf(operation) is { } body)
        {
            yield return asDocumented.Called("a wrong content type").With(ContentType, "text/vnd.other");
            yield return asDocumented.Called("no body") with
            {
                Body = [],
            };
            if (body.ContentType == Json)
            {
                yield return WithJson(asDocumented.Called("an empty object"), "{}");
                // The service answers before the body was sent, as it should.
                yield return WithJson(asDocumented.Called("a body of 2 MB"), $"\"{new string('a', 2 << 20)}\"")
                    .With("Expect", "100-continue");
            }
        }

        yield return OtherMethods(asDocumented).First();
    }

    /// <summary>Everything else that can be changed; the caller takes as many as it has time for.</summary>
    public IReadOnlyList<Attempt> Sometimes(Attempt asDocumented, JsonNode? json, Chance chance)
    {
        var operation = asDocumented.Operation;
        List<Attempt> all =
        [
            .. Tokens(asDocumented),
            .. Paths(asDocumented, chance),
            .. Queries(asDocumented, chance),
            .. Headers(asDocumented),
            .. OtherMethods(asDocumented).Skip(1),
        ];
        switch (BodyOf(operation))
        {
            case null:
                all.Add(WithJson(asDocumented.Called("a body where none is read"), "{\"surplus\":1}"));
                all.Add(asDocumented.Called("bytes where nothing is read") with { Body = [0, 255, 1] });
                break;
            case { ContentType: Json } body:
                all.AddRange(JsonBodies(asDocumented));
                // Fields are what differs between operations, so they have the larger half.
                var changes = new JsonChanges(document, values).Of(json, body.Schema);
                all = [.. chance.Some(all, Math.Max(10, changes.Count / 2))];
                all.AddRange(
                    changes.Select(change => WithJson(asDocumented.Called(change.ToString()), change.Apply(json)))
                );
                break;
            case { ContentType: Form }:
                all.AddRange(Forms(asDocumented, chance));
                all.AddRange(ContentTypes(asDocumented));
                break;
            default:
                all.AddRange(Files(chance).Select(file => asDocumented.Called(file.What) with { Body = file.Content }));
                all.AddRange(ContentTypes(asDocumented));
                break;
        }

        return all;
    }

    /// <summary>A JSON body for the operation, or null where it takes none.</summary>
    public JsonNode? JsonOf(Operation operation, Chance chance) =>
        BodyOf(operation) is { ContentType: Json } body ? values.Body(body, chance) : null;

    public static Attempt WithJson(Attempt attempt, string json) =>
        attempt.With(ContentType, Json) with
        {
            Body = Encoding.UTF8.GetBytes(json),
        };

    private static DocumentedBody? BodyOf(Operation operation) =>
        operation.Bodies.OrderBy(body => body.ContentType == Json ? 0 : 1).FirstOrDefault();

    private static IEnumerable<Attempt> Tokens(Attempt from)
    {
        foreach (
            var (what, value) in new[]
            {
                ("another scheme", "Basic YTpi"),
                ("an empty token", "Bearer "),
                ("no scheme", "e30"),
                ("a long token", "Bearer " + new string('a', 8000)),
                ("an unsigned token", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."),
                ("two tokens in one", "Bearer a, Bearer b"),
            }
        )
        {
            yield return from.Called(what).With("Authorization", value) with
            {
                Actor = null,
            };
        }
    }

    private IEnumerable<Attempt> Paths(Attempt from, Chance chance)
    {
        (string What, string Value)[] odd =
        [
            ("no id", "not-an-id"),
            ("a null character", "a%00b"),
            ("a slash", "a%2Fb"),
            ("no UTF-8", "%FF%FE"),
            ("broken encoding", "%zz"),
            ("a blank", "%20"),
            ("the empty id", Guid.Empty.ToString()),
            ("an id of nobody", chance.Stranger().ToString()),
            ("an id in braces", $"%7B{chance.Stranger()}%7D"),
            ("an id without hyphens", chance.Stranger().ToString("n")),
            ("500 characters", new string('a', 500)),
            ("more than the server reads", new string('a', BeyondTheServersAddress)),
            ("a four-byte character", "%F0%9F%98%80"),
            ("minus one", "-1"),
            ("nought", "0"),
            ("beyond 32 bits", "2147483648"),
            ("text turned round", "%E2%80%AE"),
            ("a star", "*"),
        ];
        (string What, string Value)[] elsewhere =
        [
            ("nothing", ""),
            ("the folder above", ".."),
            ("the encoded folder above", "%2e%2e"),
            ("the same folder", "."),
        ];
        foreach (var parameter in from.Operation.In("path"))
        {
            foreach (var (what, value) in odd)
            {
                yield return from.Called($"{parameter.Name}: {what}") with
                {
                    Target = WithPath(from, parameter.Name, value),
                };
            }

            foreach (var (what, value) in elsewhere)
            {
                yield return from.Called($"{parameter.Name}: {what}") with
                {
                    Target = WithPath(from, parameter.Name, value),
                    Expectation = Expectation.AnyAddress,
                };
            }
        }
    }

    private IEnumerable<Attempt> Queries(Attempt from, Chance chance)
    {
        (string What, string Value)[] odd =
        [
            ("empty", ""),
            ("nonsense", "castle"),
            ("a null character", "%00"),
            ("no UTF-8", "%FF%FE"),
            ("a lone surrogate", "%ED%A0%80"),
            ("1000 characters", new string('a', 1000)),
            ("minus one", "-1"),
            ("nought", "0"),
            ("201", "201"),
            ("beyond 32 bits", "2147483648"),
            ("beyond 64 bits", "9223372036854775808"),
            ("a pattern", "%25_%5C%25"),
            ("an apostrophe", "';--"),
            ("zero-width characters", "%E2%80%8B"),
            ("a date that is none", "2026-02-30"),
            ("the first day of all", "0001-01-01"),
            ("the last day of all", "9999-12-31"),
            ("the empty id", Guid.Empty.ToString()),
            ("another list's cursor", "eyJsaXN0IjoieCIsImF0Ijp7fX0"),
            ("a cursor of null", "bnVsbA"),
        ];
        foreach (var parameter in from.Operation.In("query"))
        {
            yield return from.Called($"{parameter.Name} left out") with
            {
                Target = WithQuery(from.Target, parameter.Name, null),
            };
            foreach (var (what, value) in odd)
            {
                yield return from.Called($"{parameter.Name}: {what}") with
                {
                    Target = WithQuery(from.Target, parameter.Name, value),
                };
            }

            for (var time = 0; time < 3; time++)
            {
                yield return from.Called($"{parameter.Name} as documented") with
                {
                    Target = WithQuery(from.Target, parameter.Name, TextOf(parameter, chance)),
                };
            }

            var (first, second) = (TextOf(parameter, chance), TextOf(parameter, chance));
            yield return from.Called($"{parameter.Name} twice") with
            {
                Target = $"{WithQuery(from.Target, parameter.Name, first)}&{parameter.Name}={second}",
            };
            yield return from.Called($"{parameter.Name} as a list") with
            {
                Target = $"{WithQuery(from.Target, parameter.Name, first)}&{parameter.Name}[0]={second}",
            };
        }

        foreach (
            var (what, query) in new[]
            {
                ("an unknown parameter", "surplus=1"),
                ("a query of signs", "&&==&%26=%3D"),
                ("a query without values", "a&b&c"),
                ("a long query", "q=" + new string('a', 5000)),
                ("a query longer than the server reads", "q=" + new string('a', BeyondTheServersAddress)),
                ("a thousand parameters", string.Join('&', Enumerable.Repeat("a=1", 1000))),
                ("another version", "api-version=9.9"),
            }
        )
        {
            yield return from.Called(what) with
            {
                Target = $"{from.Target}{(from.Target.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}",
            };
        }
    }

    private static IEnumerable<Attempt> Headers(Attempt from)
    {
        (string Name, string[] Values)[] odd =
        [
            ("Accept", ["application/xml", "text/html", "nonsense", "*/*;q=0", ";;;", new string('a', 4000)]),
            (
                "Accept-Language",
                ["fr", "zz;;q=9", "en;q=0", "*", "zh-Hant;q=0.1,en;q=0.9", "en;q=2", new string('e', 4000), ",,,"]
            ),
            ("If-None-Match", ["*", "\"1\""]),
            ("If-Modified-Since", ["Mon, 02 Mar 2026 00:00:00 GMT", "yesterday"]),
            ("Range", ["bytes=0-1", "bytes=9999999999-", "nonsense"]),
            ("X-HTTP-Method-Override", ["DELETE"]),
            ("X-Forwarded-For", ["nonsense, 1.2.3.4"]),
            ("X-Forwarded-Proto", ["gopher"]),
            ("Cookie", ["a=b; =; ;"]),
            ("Origin", ["https://elsewhere.example"]),
            ("traceparent", ["00-nonsense", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"]),
            ("Content-Encoding", ["gzip", "nonsense"]),
            ("X-Large", [new string('a', 40_000)]),
        ];
        foreach (var (name, value) in odd.SelectMany(one => one.Values.Select(value => (one.Name, value))))
        {
            yield return from.Called($"{name}: {(value.Length > 40 ? $"{value.Length} characters" : value)}")
                .With(name, value);
        }

        if (from.Operation.Takes(IfMatch))
        {
            string[] versions =
            [
                "*",
                "W/\"1\"",
                "\"1\", \"2\"",
                "\"abc\"",
                "\"-1\"",
                "\"9223372036854775807\"",
                "\"9223372036854775808\"",
                "\"\"",
                "\"1",
                new string('1', 9000),
            ];
            foreach (var version in versions)
            {
                yield return from.Called($"If-Match {version[..Math.Min(version.Length, 30)]}").With(IfMatch, version);
            }

            yield return from.Called("If-Match twice") with
            {
                Headers = [.. from.Headers, (IfMatch, "\"2\"")],
            };
        }

        if (from.Operation.Takes(Key))
        {
            string[] keys = [new('k', 100), new('k', 101), "with blank", "schlüssel", "a\tb", new('k', 9000)];
            foreach (var key in keys)
            {
                yield return from.Called($"Idempotency-Key of {key.Length} characters, {key[..1]}").With(Key, key);
            }

            yield return from.Called("Idempotency-Key twice") with
            {
                Headers = [.. from.Headers, (Key, "second")],
            };
        }
    }

    private IEnumerable<Attempt> OtherMethods(Attempt from)
    {
        var known = document.Operations.Where(one => one.Path == from.Operation.Path).Select(one => one.Method);
        return AllMethods
            .Except(known)
            .Select(method =>
                from.Called($"the method {method}") with
                {
                    Method = method,
                    Expectation = Expectation.MethodNotAllowed,
                }
            );
    }

    private static IEnumerable<Attempt> ContentTypes(Attempt from)
    {
        string[] types =
        [
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\"" + new string('b', 200) + "\"",
            "application/json; charset=gb18030",
            "application/json; charset=\"utf-8\"",
            "application/json; charset=",
            "application/problem+json",
            "application/JSON",
            ";;",
            "*/*",
            "nonsense",
        ];
        foreach (var type in types)
        {
            yield return from.Called($"Content-Type {type}").With(ContentType, type);
        }

        yield return from.Called("no content type").Without(ContentType);
    }

    private static IEnumerable<Attempt> JsonBodies(Attempt from)
    {
        var body = from.Body!;
        (string What, byte[] Body)[] bodies =
        [
            ("null", "null"u8.ToArray()),
            ("a list", "[]"u8.ToArray()),
            ("a text", "\"x\""u8.ToArray()),
            ("blanks", "  \r\n"u8.ToArray()),
            ("cut off in the middle", body[..(body.Length / 2)]),
            ("cut off at the end", body[..^1]),
            ("a byte order mark before it", [0xEF, 0xBB, 0xBF, .. body]),
            ("UTF-16", Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body))),
            ("UTF-16 with its mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body))]),
            ("broken UTF-8", [.. body[..^1], .. ",\"x\":\""u8, 0xC3, 0x28, .. "\"}"u8]),
            ("two bodies in one", [.. body, .. body]),
            ("a comment", [.. "/*c*/"u8, .. body]),
            ("a comma too many", [.. body[..^1], .. ",}"u8]),
            ("a null byte behind it", [.. body, 0]),
            ("a form", "a=1&b=2"u8.ToArray()),
            ("nested deeply", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 2000)))),
        ];
        return bodies.Select(one => from.Called(one.What) with { Body = one.Body }).Concat(ContentTypes(from));
    }

    private static IEnumerable<Attempt> Forms(Attempt from, Chance chance)
    {
        foreach (var (what, content) in Files(chance))
        {
            yield return WithForm(from.Called(what), Part("file", "a.csv", content));
        }

        var file = Part("file", "a.csv", FileOf(chance));
        yield return WithForm(from.Called("no part"));
        yield return WithForm(from.Called("two files"), file, file);
        yield return WithForm(from.Called("a part of another name"), Part("document", "a.csv", FileOf(chance)));
        yield return WithForm(from.Called("a part without a name"), Part(null, null, FileOf(chance)));
        yield return WithForm(from.Called("a field for a file"), Part("file", null, FileOf(chance)));
        yield return WithForm(
            from.Called("fields around the file"),
            Part("a", null, "1"u8.ToArray()),
            file,
            Part("b", null, "2"u8.ToArray())
        );
        yield return WithForm(
            from.Called("a file name with folders"),
            Part("file", "../../etc/passwd", FileOf(chance))
        );
        yield return WithForm(from.Called("a long file name"), Part("file", new string('n', 3000), FileOf(chance)));
        yield return WithForm(
            from.Called("a file name of odd characters"),
            Part("file", "a\u202Eb\u200B长.xlsx", FileOf(chance))
        );
        var whole = WithForm(from, file);
        yield return whole.Called("a form cut off") with
        {
            Body = whole.Body![..^12],
        };
        yield return whole.Called("a form cut off in its header") with
        {
            Body = whole.Body![..30],
        };
        yield return whole.Called("another boundary than told").With(ContentType, $"{Form}; boundary=other");
        yield return whole.Called("JSON that is told to be a form") with
        {
            Body = "{}"u8.ToArray(),
        };
        yield return WithForm(
            from.Called("two thousand fields"),
            [.. Enumerable.Repeat(Part("a", null, "1"u8.ToArray()), 2000)]
        );
    }

    private static (string What, byte[] Content)[] Files(Chance chance) =>
        [
            ("an empty file", []),
            ("a file of zeroes", new byte[5000]),
            ("a PDF by its first bytes", "%PDF-1.7\nx"u8.ToArray()),
            ("an archive of nothing", [0x50, 0x4B, 5, 6, .. new byte[18]]),
            ("a broken archive", [0x50, 0x4B, 3, 4, .. new byte[60]]),
            ("a picture by its first bytes", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]),
            ("text of another encoding", [0xB1, 0xE0, 0xBA, 0xC5, 0x0A]),
            ("text with its mark", [0xEF, 0xBB, 0xBF, .. FileOf(chance)]),
            ("one line without an end", "a,b,c"u8.ToArray()),
            ("a quote without an end", "a,\"b\nc"u8.ToArray()),
            ("a long line", Encoding.UTF8.GetBytes(new string('a', 200_000))),
            ("a null character", "a,b\n1,\0\n"u8.ToArray()),
            ("a thousand columns", Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 1000)) + "\n")),
        ];

    private static byte[] FileOf(Chance chance) =>
        Encoding.UTF8.GetBytes($"code,name,level,parent_code\n{chance.Below(1_000_000):D6},示例,1,\n");

    private static byte[] Part(string? name, string? fileName, byte[] content) =>
        [
            .. Encoding.UTF8.GetBytes(
                $"--{Boundary}\r\nContent-Disposition: form-data"
                    + (name is null ? "" : $"; name=\"{name}\"")
                    + (fileName is null ? "" : $"; filename=\"{fileName}\"")
                    + "\r\n\r\n"
            ),
            .. content,
            .. "\r\n"u8,
        ];

    private static Attempt WithForm(Attempt attempt, params byte[][] parts) =>
        attempt.With(ContentType, $"{Form}; boundary={Boundary}") with
        {
            Body = [.. parts.SelectMany(part => part), .. Encoding.UTF8.GetBytes($"--{Boundary}--\r\n")],
        };

    private string PathOf(Operation operation, Chance chance)
    {
        var parts = operation.Path.Split('/');
        string? within = null;
        // From the end, so that a part is asked for within the object that it is a part of.
        for (var index = parts.Length - 1; index > 0; index--)
        {
            if (!parts[index].StartsWith('{'))
            {
                continue;
            }

            var name = parts[index].Trim('{', '}');
            var parameter = operation.In("path").First(one => one.Name == name);
            if (within is not null)
            {
                parts[index] = within;
                within = null;
            }
            else if (values.TypeOf(parameter.Schema) != "string")
            {
                parts[index] = (1 + chance.Below(3)).ToString(CultureInfo.InvariantCulture);
            }
            else if (ids.Of(parts[index - 1]) is { Count: > 0 } known)
            {
                var one = chance.Of(known);
                parts[index] = one.Id;
                within = one.Within == one.Id ? null : one.Within;
            }
            else
            {
                parts[index] = Uri.EscapeDataString(TextOf(parameter, chance));
            }
        }

        return string.Join('/', parts);
    }

    private string TextOf(DocumentedParameter parameter, Chance chance) =>
        Uri.EscapeDataString(values.Of(parameter.Schema, parameter.Name, chance)?.ToString() ?? "");

    // What is changed was read before: the nearest address above it that can be read.
    private async Task<string?> VersionAsync(Operation operation, string path, string actor)
    {
        var reader = document
            .Operations.Where(one =>
                one.Method == "GET"
                && one.In("path").Any()
                && (operation.Path + "/").StartsWith(one.Path + "/", StringComparison.Ordinal)
            )
            .MinBy(one => one.In("path").Count());
        return reader is null
            ? null
            : await versionOf(string.Join('/', path.Split('/').Take(reader.Path.Split('/').Length)), actor);
    }

    private static string WithPath(Attempt attempt, string parameter, string value)
    {
        var at = Array.IndexOf(attempt.Operation.Path.Split('/'), $"{{{parameter}}}");
        var (path, query) = attempt.Target.Split('?', 2) is [var before, var after]
            ? (before, "?" + after)
            : (attempt.Target, "");
        var parts = path.Split('/');
        parts[at] = value;
        return string.Join('/', parts) + query;
    }

    private static string WithQuery(string target, string name, string? value)
    {
        var (path, query) = target.Split('?', 2) is [var before, var after] ? (before, after) : (target, "");
        List<string> pairs =
        [
            .. query
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Where(pair => !pair.StartsWith(name + "=", StringComparison.Ordinal)),
        ];
        if (value is not null)
        {
            pairs.Add($"{name}={value}");
        }

        return pairs.Count == 0 ? path : $"{path}?{string.Join('&', pairs)}";
    }
}
